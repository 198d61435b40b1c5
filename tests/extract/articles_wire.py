"""Invented articles: news agencies, national and local papers, notices and live pages."""

from __future__ import annotations

from tests.extract.articles_reading import Article, Said, Took

ARTICLES = (
    Article(
        "diaries and two sayings",
        "2019-05-09",
        "Harbour chief met crane maker twice before contract, diaries show\n\n"
        "The director of the Port Ellery harbour authority, Arthur Pell, met the owner of a crane maker on "
        "two occasions last autumn, according to diaries released on Wednesday, although he had told "
        "councillors that he had never met her.\n\n"
        "Mr. Pell met Ida Vann on October 3, 2018, at the Seaman's Club, the diaries show. The two spoke "
        "again in November at the boat fair, the Ellery Courier reported.\n\n"
        "Officials said Mr. Pell did not consider the conversation official business.\n",
        (
            Said("he had never met her", "Arthur Pell", "indirect", to="councillors"),
            Said(
                "did not consider the conversation official business",
                "Officials",
                "indirect",
                form="categorical",
            ),
            Said("The two spoke again in November", "Ellery Courier", "indirect"),
        ),
        (
            Took(
                "met the owner of a crane maker",
                "2018-23",
                ("Arthur Pell",),
                "Arthur Pell met the owner",
                account="diaries released on Wednesday",
            ),
            Took(
                "met Ida Vann",
                "2018-10-03",
                ("Arthur Pell", "Ida Vann"),
                "Arthur Pell met Ida Vann",
                "the Seaman's Club",
                "diaries",
            ),
            Took(
                "spoke again",
                "2018-11",
                ("Arthur Pell", "Ida Vann"),
                "Arthur Pell and Ida Vann spoke again",
                account="Ellery Courier",
            ),
        ),
        {"Arthur Pell": ("Mr. Pell",), "Ida Vann": ()},
    ),
    Article(
        "agency report with dateline, byline and credits",
        "2017-03-02",
        "UPDATE 2-Mill owner says he warned regulators before Lund spill\n\n"
        "By Tessa Croft\n\n"
        "LUND FALLS, Ohio, March 2 (Northwire) - The owner of a paper mill blamed for a chemical spill said "
        "on Wednesday he had warned state regulators about a cracked tank in January.\n\n"
        "“We told them twice,” Gregor Haas told reporters outside the Dell County Courthouse. “Nobody "
        "came.”\n\n"
        "The Ohio Water Board disputed that account. A spokeswoman, Lena Okafor, said the agency had no "
        "record of any warning. “We would have acted at once,” Okafor said.\n\n"
        "Haas met board chairman Walter Prine on Jan. 12 at the board's office in Columbus, according to "
        "visitor logs reviewed by Northwire. Prine did not respond to requests for comment.\n\n"
        "The mill reopened on Feb. 20. Haas is scheduled to testify before lawmakers on March 9.\n\n"
        "(Reporting by Tessa Croft; Editing by Milo Grant)\n",
        (
            Said(
                "he had warned state regulators",
                "owner of a paper mill blamed for a chemical spill",
                "indirect",
                "2017-03-01",
            ),
            Said("We told them twice", "Gregor Haas", to="reporters"),
            Said("the agency had no record", "Lena Okafor", "indirect", form="categorical"),
            Said("We would have acted at once", "Lena Okafor"),
            Said("disputed that account", "Ohio Water Board", "indirect", optional=True),
        ),
        (
            Took(
                "met board chairman Walter Prine",
                "2017-01-12",
                ("Gregor Haas", "Walter Prine"),
                "Gregor Haas met board chairman Walter Prine",
                "the board's office",
                "visitor logs reviewed by Northwire",
            ),
            Took("The mill reopened", "2017-02-20", (), "The mill reopened", optional=True),
        ),
        {"Gregor Haas": ("Haas",), "Lena Okafor": ("Okafor",), "Walter Prine": ("Prine",)},
    ),
    Article(
        "british paper, single marks, comma outside",
        "2018-11-21",
        "Minister ‘never discussed’ ferry deal with brother-in-law\n\n"
        "The transport minister, Fiona Garrick, has insisted she never discussed a ferry contract with her "
        "brother-in-law. ‘There was no conversation of any kind’, she told the Holm Gazette on Tuesday.\n\n"
        "But emails seen by the Gazette show that Colin Meek wrote to Ms Garrick on 4 May about the tender. "
        "Labour’s Dougal Frew said the minister had ‘serious questions to answer’.\n\n"
        "Mr Meek, 52, declined to comment. A spokesman for Ms Garrick said: ‘The minister receives hundreds "
        "of emails a day.’ Sir Alan Tuke, who chairs the standards board, was not consulted.\n",
        (
            Said("she never discussed a ferry contract", "Fiona Garrick", "indirect"),
            Said(
                "There was no conversation of any kind",
                "Fiona Garrick",
                on="2018-11-20",
                to="Holm Gazette",
                reporter="Holm Gazette",
                form="categorical",
            ),
            Said("serious questions to answer", "Dougal Frew", "mixed"),
            Said("receives hundreds of emails", "spokesman for Ms Garrick", behalf="Fiona Garrick"),
        ),
        (
            Took(
                "wrote to Ms Garrick",
                "2018-05-04",
                ("Colin Meek", "Fiona Garrick"),
                "Colin Meek wrote to Ms Garrick",
                account="emails seen by the Gazette",
            ),
        ),
        {
            "Fiona Garrick": ("Ms Garrick",),
            "Colin Meek": ("Mr Meek",),
            "Dougal Frew": (),
            "Alan Tuke": (),
        },
    ),
    Article(
        "local paper, council meeting",
        "2016-06-15",
        "Council delays skate park vote\n\n"
        "The Dunmore Town Council voted 4-3 on Monday to delay a decision on the skate park.\n\n"
        "Mayor Ruth Ellison said residents needed more time. “People only saw the drawings last week,” "
        "Ellison said.\n\n"
        "Resident Carl Boone told the council that the noise would be unbearable. His wife, Marcy Boone, "
        "disagreed. “Kids need somewhere to go,” she said. “Let them skate.”\n\n"
        "Carl Boone said he had collected 200 signatures. Councilman Dwight Ames, who voted against the "
        "delay, called it “a waste of everyone’s time.”\n\n"
        "The council will meet again on June 27.\n",
        (
            Said("residents needed more time", "Ruth Ellison", "indirect"),
            Said("People only saw the drawings", "Ruth Ellison"),
            Said("the noise would be unbearable", "Carl Boone", "indirect", to="council"),
            Said("Kids need somewhere to go", "Marcy Boone"),
            Said("he had collected 200 signatures", "Carl Boone", "indirect"),
            Said("a waste of everyone’s time", "Dwight Ames", "mixed"),
        ),
        (Took("voted 4-3 on Monday", "2016-06-13", (), "The Dunmore Town Council voted 4-3", optional=True),),
        {
            "Ruth Ellison": ("Ellison",),
            "Carl Boone": (),
            "Marcy Boone": (),
            "Dwight Ames": (),
        },
    ),
    Article(
        "live page with times",
        "2017-04-18",
        "As it happened: the Braden inquiry\n\n"
        "11:42 a.m.\n\n"
        "Opposition leader Mette Solberg says the prime minister must explain himself. “He owes the country "
        "an answer,” she tells reporters.\n\n"
        "10:15 a.m.\n\n"
        "Prime Minister Jonas Braden has arrived at the inquiry. He did not speak to reporters.\n\n"
        "9:30 a.m.\n\n"
        "Good morning. Braden is expected to tell the inquiry that he never saw the report. He met inspector "
        "Karl Nystrom on Feb. 2, records show.\n",
        (
            Said("the prime minister must explain himself", "Mette Solberg", "indirect"),
            Said("He owes the country an answer", "Mette Solberg", to="reporters"),
        ),
        (
            Took(
                "met inspector Karl Nystrom",
                "2017-02-02",
                ("Jonas Braden", "Karl Nystrom"),
                "Jonas Braden met inspector Karl Nystrom",
                account="records",
            ),
        ),
        {"Mette Solberg": (), "Jonas Braden": ("Braden",), "Karl Nystrom": ()},
    ),
    Article(
        "press release",
        "2020-09-14",
        "FOR IMMEDIATE RELEASE\n\n"
        "Norvale Foods Names New Chief Executive\n\n"
        "HARTLEY, Sept. 14, 2020 -- Norvale Foods Inc. today announced that its board has appointed Priya "
        "Raman as chief executive officer, effective October 1.\n\n"
        "“Priya is the right leader for this moment,” said Thomas Eckert, chairman of Norvale Foods. “She "
        "knows our farmers.”\n\n"
        "Ms. Raman joined the company in 2011. She succeeds Owen Dahl, who retired on August 31, 2020.\n\n"
        "“I am honoured to lead Norvale,” Ms. Raman said.\n\n"
        "Contact: Judy Marsh, media relations\n",
        (
            Said(
                "its board has appointed Priya", "Norvale Foods Inc", "indirect", "2020-09-14", optional=True
            ),
            Said("Priya is the right leader", "Thomas Eckert"),
            Said("I am honoured to lead Norvale", "Priya Raman"),
        ),
        (
            Took("joined the company", "2011", ("Priya Raman",), "Priya Raman joined the company"),
            Took("retired on August 31", "2020-08-31", ("Owen Dahl",), "Owen Dahl retired"),
        ),
        {"Priya Raman": ("Ms. Raman",), "Thomas Eckert": (), "Owen Dahl": ()},
    ),
    Article(
        "police notice with alleged acts",
        "2015-08-11",
        "Two men were arrested on Sunday after a break-in at the Elm Street pharmacy, police said.\n\n"
        "Darren Stroud, 31, and Luis Peña, 28, allegedly forced a rear door. Stroud was charged with "
        "burglary on Monday.\n\n"
        "Peña told officers he had been asleep at home, according to an arrest report. “I wasn’t there,” the "
        "report quotes him as saying.\n\n"
        "Lt. Anita Gomez said no drugs were taken. Neither man has a lawyer listed.\n",
        (
            Said("Two men were arrested on Sunday", "police", "indirect"),
            Said("he had been asleep at home", "Luis Peña", "indirect", to="officers"),
            Said("I wasn’t there", "Luis Peña", optional=True),
            Said("no drugs were taken", "Anita Gomez", "indirect", form="categorical"),
        ),
        (
            Took("Two men were arrested", "2015-08-09", (), "Two men were arrested", account="police"),
            Took("was charged with burglary", "2015-08-10", ("Darren Stroud",), "Darren Stroud was charged"),
        ),
        {"Darren Stroud": ("Stroud",), "Luis Peña": ("Peña",), "Anita Gomez": ()},
    ),
    Article(
        "correction and clarification",
        "2017-03-02",
        "Bridge inspector left before cracks were reported\n\n"
        "Inspector Hana Doyle left the bridge office in March 2015, eight months before cracks were "
        "reported, the state said on Friday.\n\n"
        "“She had no part in this,” said Omar Reyes, a state engineer.\n\n"
        "Correction: An earlier version of this article said that Ms. Doyle left in 2016. She left "
        "in 2015.\n",
        (
            Said("left the bridge office in March 2015", "state", "indirect", "2017-02-24"),
            Said("She had no part in this", "Omar Reyes"),
        ),
        (
            Took(
                "left the bridge office",
                "2015-03",
                ("Hana Doyle",),
                "Hana Doyle left the bridge office",
                account="state",
            ),
            Took("left in 2015", "2015", ("Hana Doyle",), optional=True),
        ),
        {"Hana Doyle": ("Ms. Doyle",), "Omar Reyes": ()},
    ),
    Article(
        "obituary",
        "2014-10-06",
        "Vera Kolar, Cellist Who Defied Censors, Dies at 88\n\n"
        "Vera Kolar, a cellist who refused to play for the regime, died on Saturday at her home in Brno. She "
        "was 88.\n\n"
        "Her daughter, Jana Kolar, said the cause was pneumonia.\n\n"
        "Ms. Kolar was born in 1926. She married the composer Emil Hruska in 1951. He died in 1999.\n\n"
        "“She never forgave them,” Jana Kolar said.\n",
        (
            Said("the cause was pneumonia", "Jana Kolar", "indirect"),
            Said("She never forgave them", "Jana Kolar"),
        ),
        (
            Took("died on Saturday", "2014-10-04", ("Vera Kolar",), "Vera Kolar", "her home"),
            Took("married the composer", "1951", ("Emil Hruska", "Vera Kolar"), "Vera Kolar married"),
            Took("He died", "1999", ("Emil Hruska",), "Emil Hruska died"),
        ),
        {"Vera Kolar": ("Ms. Kolar",), "Jana Kolar": (), "Emil Hruska": ()},
    ),
)
