"""Invented articles, written after the rules: parliament, business, sport, science, church, war, letters."""

from __future__ import annotations

from tests.extract.articles_reading import Article, Said, Took

ARTICLES = (
    Article(
        "parliament, honourable members",
        "2019-10-17",
        "Health secretary accused of misleading MPs over ward closure\n\n"
        "The health secretary, Adrian Sloane, was accused of misleading parliament on Wednesday after it "
        "emerged that he had visited the Kestrel ward two days before it closed.\n\n"
        "Mr Sloane told MPs in June that he had “never set foot” in the building. Opposition MP Gwen Parry "
        "said that the visitors’ book showed otherwise.\n\n"
        "“He was there on 3 June, and he signed his name,” Ms Parry said. “He must correct the record.”\n\n"
        "A Downing Street spokeswoman said the prime minister had full confidence in Mr Sloane. The hospital "
        "trust would not comment.\n",
        (
            Said("never set foot", "Adrian Sloane", "mixed", "2019-06", to="MPs"),
            Said("the visitors’ book showed otherwise", "Gwen Parry", "indirect"),
            Said("He was there on 3 June", "Gwen Parry"),
            Said(
                "the prime minister had full confidence",
                "Downing Street spokeswoman",
                "indirect",
                behalf="Downing Street",
            ),
        ),
        (Took("visited the Kestrel ward", None, ("Adrian Sloane",), optional=True),),
        {"Adrian Sloane": ("Mr Sloane",), "Gwen Parry": ("Ms Parry",)},
    ),
    Article(
        "business report",
        "2021-08-05",
        "Tannery Group Q2 profit rises; CEO says no talks with rival\n\n"
        "Aug 5 (Marketwire) - Tannery Group Plc posted a 12% rise in quarterly profit on Thursday. Chief "
        "Executive Lars Hedlund said on a conference call that the company was not in talks with "
        "rival Osmo.\n\n"
        "“There have been no discussions, full stop,” Hedlund told analysts.\n\n"
        "Osmo, which declined to comment, sold its stake in Tannery in March 2020. Two people familiar with "
        "the matter said Hedlund met Osmo founder Nina Aalto in Zurich in July.\n\n"
        "Shares fell 2%. The company expects to open a plant in Turku next year.\n",
        (
            Said("the company was not in talks", "Lars Hedlund", "indirect", forum="conference call"),
            Said("There have been no discussions", "Lars Hedlund", to="analysts", form="categorical"),
            Said("Hedlund met Osmo founder", "Two people familiar with the matter", "indirect"),
        ),
        (
            Took("posted a 12% rise", "2021-08-05", (), optional=True),
            Took("sold its stake in Tannery", "2020-03", (), "Osmo", optional=True),
            Took(
                "met Osmo founder Nina Aalto",
                "2021-07",
                ("Lars Hedlund", "Nina Aalto"),
                "Lars Hedlund met",
                "Zurich",
                "Two people familiar with the matter",
            ),
        ),
        {"Lars Hedlund": ("Hedlund",), "Nina Aalto": ()},
    ),
    Article(
        "sport",
        "2018-02-11",
        "Coach Dolores Quint says she never saw the positive test\n\n"
        "Dolores Quint, who coached the relay team until 2016, said she was not told that a runner "
        "had failed "
        "a drugs test.\n\n"
        "“Nobody showed me any paper,” said Quint, 58. “I’d have pulled her.”\n\n"
        "But team doctor Rafe Imhoff said he gave Quint the result on Aug. 2, 2015. “I handed it to her,” he "
        "said. “She read it.”\n\n"
        "The runner, Tamsin Ode, did not return calls. Both women have left the federation.\n",
        (
            Said("she was not told that a runner", "Dolores Quint", "indirect"),
            Said("Nobody showed me any paper", "Dolores Quint"),
            Said("he gave Quint the result", "Rafe Imhoff", "indirect"),
            Said("I handed it to her", "Rafe Imhoff"),
        ),
        (
            Took(
                "gave Quint the result",
                "2015-08-02",
                ("Dolores Quint", "Rafe Imhoff"),
                "Rafe Imhoff gave",
                account="Rafe Imhoff",
            ),
        ),
        {"Dolores Quint": ("Quint",), "Rafe Imhoff": (), "Tamsin Ode": ()},
    ),
    Article(
        "letter and reply",
        "2017-09-22",
        "In a letter to Senator Ruth Galvan dated Sept. 14, the company’s counsel, Peter Ashby, wrote that "
        "executives learned of the breach on July 29. “No executive sold shares with knowledge of it,” the "
        "letter said.\n\n"
        "Ms. Galvan had asked the company in August when its directors were first informed.\n\n"
        "Securities filings show that finance chief Doug Marr sold $900,000 in stock on Aug. 1. Mr. Marr has "
        "denied any wrongdoing. He resigned last week.\n",
        (
            Said(
                "executives learned of the breach",
                "Peter Ashby",
                "indirect",
                "2017-09-14",
                forum="letter",
                behalf="company",
            ),
            Said("No executive sold shares", None),
            Said("denied any wrongdoing", "Doug Marr", "indirect"),
        ),
        (
            Took(
                "sold $900,000 in stock",
                "2017-08-01",
                ("Doug Marr",),
                "Doug Marr sold",
                account="Securities filings",
            ),
            Took("He resigned last week", "2017-09-11/2017-09-17", ("Doug Marr",), "Doug Marr resigned"),
        ),
        {"Ruth Galvan": ("Ms. Galvan",), "Peter Ashby": (), "Doug Marr": ("Mr. Marr",)},
    ),
    Article(
        "war and rumour",
        "2014-07-30",
        "DONVAR (Reuterline) - Rebel commander Taras Holub on Tuesday rejected reports that his men "
        "had fired "
        "on the convoy, calling them “lies from the capital.”\n\n"
        "A government spokesman, Col. Ihor Melnyk, said three trucks were hit. He said he could not confirm "
        "who fired. Local residents said they heard explosions at dawn.\n\n"
        "Holub, a former schoolteacher, reportedly met foreign advisers in June; he denies it.\n",
        (
            Said("rejected reports that his men had fired", "Taras Holub", "indirect", "2014-07-29"),
            Said("lies from the capital", "Taras Holub", "mixed", "2014-07-29"),
            Said("three trucks were hit", "Ihor Melnyk", "indirect", behalf="government"),
            Said("he could not confirm who fired", "Ihor Melnyk", "indirect", behalf="government"),
            Said("they heard explosions at dawn", "Local residents", "indirect"),
            Said("denies it", "Taras Holub", "indirect", optional=True),
        ),
        (Took("met foreign advisers in June", "2014-06", ("Taras Holub",), optional=True),),
        {"Taras Holub": ("Holub",), "Ihor Melnyk": ()},
    ),
    Article(
        "church and abuse inquiry",
        "2016-05-12",
        "The bishop of Arden, the Rt. Rev. Simon Cray, told the inquiry on Tuesday that he had destroyed no "
        "files. His predecessor, Bishop Paul Hendry, died in 2009.\n\n"
        "Asked by Helen Marsh QC, counsel to the inquiry, whether he had read the 1998 complaint, "
        "Bishop Cray "
        "said: “I have no recollection of it.”\n\n"
        "Survivor Joan Tully, 61, said outside the hearing that the bishop was “protecting himself.” She was "
        "ten when she was abused.\n",
        (
            Said("he had destroyed no files", "Simon Cray", "indirect", "2016-05-10", to="inquiry"),
            Said(
                "I have no recollection of it",
                "Simon Cray",
                to="Helen Marsh",
                asked="whether he had read the 1998 complaint",
                form="no recollection",
            ),
            Said("protecting himself", "Joan Tully", "mixed"),
        ),
        (Took("died in 2009", "2009", ("Paul Hendry",), "Paul Hendry died", optional=True),),
        {"Simon Cray": ("Bishop Cray",), "Paul Hendry": (), "Helen Marsh": (), "Joan Tully": ()},
    ),
    Article(
        "science dispute with women and men",
        "2020-02-19",
        "Dr. Mei Tanaka and Dr. Oscar Lindh ran the trial together until December. They disagree about who "
        "halted it.\n\n"
        "“I stopped it the day I saw the data,” Tanaka said in an interview Monday. Lindh said he made the "
        "decision with the ethics board on Dec. 4.\n\n"
        "The university’s provost, Carla Mundy, told both researchers in January not to speak to reporters. "
        "She said the matter was “under review.”\n",
        (
            Said("I stopped it the day I saw the data", "Mei Tanaka", on="2020-02-17", forum="interview"),
            Said("he made the decision with the ethics board", "Oscar Lindh", "indirect"),
            Said(
                "not to speak to reporters",
                "Carla Mundy",
                "indirect",
                "2020-01",
                optional=True,
                to="both researchers",
            ),
            Said("under review", "Carla Mundy", "mixed"),
        ),
        (Took("told both researchers", "2020-01", ("Carla Mundy",), optional=True),),
        {"Mei Tanaka": ("Tanaka",), "Oscar Lindh": ("Lindh",), "Carla Mundy": ()},
    ),
    Article(
        "numbers and polls are nobody",
        "2016-04-08",
        "A poll released Thursday found that 52 percent of voters distrust Governor Hal Beecher. The survey "
        "also showed a wide gap between women and men.\n\n"
        "“Polls come and go,” Beecher said Friday. His challenger, Tricia Vance, said voters were “tired of "
        "excuses.”\n\n"
        "More than half of those asked said they had not heard of Vance.\n",
        (
            Said("Polls come and go", "Hal Beecher", on="2016-04-08"),
            Said("tired of excuses", "Tricia Vance", "mixed"),
            Said("they had not heard of Vance", "half of those asked", "indirect", optional=True),
        ),
        (),
        {"Hal Beecher": ("Beecher",), "Tricia Vance": ("Vance",)},
    ),
)
