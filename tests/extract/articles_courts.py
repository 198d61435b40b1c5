"""Invented articles: courts, hearings, reports, and things that were planned, denied or only supposed."""

from __future__ import annotations

from tests.extract.articles_reading import Article, Said, Took

ARTICLES = (
    Article(
        "court report",
        "2018-05-24",
        "A former accountant testified Tuesday that she had shredded ledgers at the direction of her boss, "
        "builder Roy Stanton.\n\n"
        "Under questioning by prosecutor Amy Wexler, Claudia Frank told jurors she destroyed six boxes in "
        "June 2014. “Mr. Stanton said nobody would look,” Ms. Frank said.\n\n"
        "On cross-examination, defense lawyer Joel Pratt asked whether she had a deal with the government. "
        "“Yes,” she replied.\n\n"
        "Judge Ellen Moss adjourned the trial until Thursday. Stanton has pleaded not guilty. He was "
        "indicted on Sept. 9, 2017.\n",
        (
            Said("she had shredded ledgers", "former accountant", "indirect", "2018-05-22", optional=True),
            Said("she destroyed six boxes", "Claudia Frank", "indirect", to="jurors"),
            Said("Mr. Stanton said nobody would look", "Claudia Frank"),
            Said(
                "Yes",
                "Claudia Frank",
                to="Joel Pratt",
                asked="whether she had a deal with the government",
            ),
        ),
        (
            Took(
                "she destroyed six boxes in June 2014",
                "2014-06",
                ("Claudia Frank",),
                "Claudia Frank destroyed",
                account="Claudia Frank",
            ),
            Took("was indicted", "2017-09-09", ("Roy Stanton",), "Roy Stanton was indicted"),
        ),
        {
            "Roy Stanton": ("Mr. Stanton", "Stanton"),
            "Amy Wexler": (),
            "Claudia Frank": ("Ms. Frank",),
            "Joel Pratt": (),
            "Ellen Moss": (),
        },
    ),
    Article(
        "hearing report",
        "2017-06-14",
        "WASHINGTON — Treasury nominee Howard Lisk said Tuesday that he did not recall a call from "
        "the mine’s "
        "owner.\n\n"
        "At his confirmation hearing, Senator Joan Petrie asked Mr. Lisk whether he had spoken with "
        "anyone at "
        "Corvex Mining. “I have no memory of that,” Mr. Lisk replied.\n\n"
        "But phone records show that Mr. Lisk spoke with Corvex’s founder, Abel Strand, on May 2, 2016.\n\n"
        "“The nominee answered truthfully,” said Nell Fry, a spokeswoman for the nominee. She added that the "
        "call had lasted less than a minute.\n\n"
        "If Mr. Lisk had met Mr. Strand in May, Ms. Petrie said, he should have said so.\n",
        (
            Said("he did not recall a call", "Howard Lisk", "indirect", "2017-06-13", form="no recollection"),
            Said(
                "I have no memory of that",
                "Howard Lisk",
                to="Joan Petrie",
                form="no recollection",
                asked="whether he had spoken with anyone at Corvex",
                forum="confirmation hearing",
            ),
            Said("The nominee answered truthfully", "Nell Fry", behalf="Howard Lisk"),
            Said("the call had lasted less than a minute", "Nell Fry", "indirect", behalf="Howard Lisk"),
            Said("he should have said so", "Joan Petrie", "indirect"),
        ),
        (
            Took(
                "spoke with Corvex’s founder",
                "2016-05-02",
                ("Abel Strand", "Howard Lisk"),
                "Howard Lisk spoke with Corvex’s founder",
                account="phone records",
            ),
        ),
        {
            "Howard Lisk": ("Mr. Lisk",),
            "Joan Petrie": ("Ms. Petrie",),
            "Abel Strand": ("Mr. Strand",),
            "Nell Fry": (),
        },
    ),
    Article(
        "modal or month",
        "2017-03-02",
        "Commissioner Otto Brandt spoke with the envoy Pavel Moro in May and August, officials said. He may "
        "also have met Mr. Moro in July.\n\n"
        "Mr. Brandt travelled to Lisbon in May 2016 and will return in May.\n",
        (Said("spoke with the envoy Pavel Moro in May and August", "officials", "indirect"),),
        (
            Took(
                "spoke with the envoy",
                "2016-05",
                ("Otto Brandt", "Pavel Moro"),
                "Otto Brandt spoke with",
                account="officials",
            ),
            Took("spoke with the envoy", "2016-08", ("Otto Brandt", "Pavel Moro"), "Otto Brandt spoke with"),
            Took("travelled to Lisbon", "2016-05", ("Otto Brandt",), "Otto Brandt travelled to Lisbon"),
        ),
        {"Otto Brandt": ("Mr. Brandt",), "Pavel Moro": ("Mr. Moro",)},
    ),
    Article(
        "planned, cancelled, denied",
        "2019-07-18",
        "Environment secretary Laura Finch was scheduled to meet oil executives on July 9, her calendar "
        "shows. The meeting was cancelled.\n\n"
        "Ms. Finch did not attend the dinner on July 10, her aides said. She never met Grant Odell, the "
        "chief executive of Tarn Oil, in 2018.\n\n"
        "Mr. Odell had hoped to see her in June. He will visit the capital next week.\n\n"
        "Had she met him in March, the rules would have required a note.\n",
        (Said("did not attend the dinner", "aides", "indirect", optional=True),),
        (),
        {"Laura Finch": ("Ms. Finch",), "Grant Odell": ("Mr. Odell",)},
    ),
    Article(
        "who with whom",
        "2017-11-09",
        "Theo Marsh and Irene Falk flew to Oslo on Oct. 4. The pair met shipbuilder Lars Holm the "
        "next day.\n\n"
        "Both said they paid for the trip themselves. Mr. Holm said neither asked for money.\n\n"
        "The men met again in London on Oct. 20, Ms. Falk said. She was not there.\n",
        (
            Said("they paid for the trip themselves", None, "indirect", optional=True),
            Said("neither asked for money", "Lars Holm", "indirect"),
            Said("The men met again in London", "Irene Falk", "indirect"),
        ),
        (
            Took(
                "flew to Oslo", "2017-10-04", ("Irene Falk", "Theo Marsh"), "Theo Marsh and Irene Falk flew"
            ),
            Took(
                "met shipbuilder Lars Holm",
                "2017-10-05",
                ("Irene Falk", "Lars Holm", "Theo Marsh"),
                "Theo Marsh and Irene Falk met shipbuilder",
                optional=True,
            ),
            Took(
                "met again in London",
                "2017-10-20",
                ("Lars Holm", "Theo Marsh"),
                where="London",
                optional=True,
            ),
        ),
        {"Theo Marsh": (), "Irene Falk": ("Ms. Falk",), "Lars Holm": ("Mr. Holm",)},
    ),
    Article(
        "report of an inspector",
        "2018-09-28",
        "A report by the inspector general found that Deputy Director Mark Halloran had approved the "
        "transfer "
        "on Jan. 5, 2017. The report said he did so without a lawyer’s advice. Documents indicate that he "
        "called the bank that day.\n\n"
        "Mr. Halloran, through his lawyer, Dana Whitt, said he “acted in good faith.”\n\n"
        "Records indicate no further transfers.\n",
        (
            Said("acted in good faith", "Mark Halloran", "mixed"),
            Said("had approved the transfer", None, "indirect", optional=True),
        ),
        (
            Took(
                "approved the transfer",
                "2017-01-05",
                ("Mark Halloran",),
                "Mark Halloran",
                account="report by the inspector general",
            ),
            Took("called the bank", "2017-01-05", ("Mark Halloran",), optional=True),
        ),
        {"Mark Halloran": ("Mr. Halloran",), "Dana Whitt": ()},
    ),
    Article(
        "opinion column",
        "2016-10-03",
        "Why the ferry deal still smells\n\n"
        "I believe the governor owes us an answer. Imagine that he met the bidder in secret. Would we not "
        "want to know?\n\n"
        "Governor Clay Dunning says the deal is “a triumph.” It is not. In August, his own auditor, Nina "
        "Strom, warned that the price was too high.\n\n"
        "Some say the bidder wrote the tender. I do not know.\n",
        (
            Said("a triumph", "Clay Dunning", "mixed"),
            Said("the price was too high", "Nina Strom", "indirect", "2016-08"),
            Said("the bidder wrote the tender", "Some", "indirect", optional=True),
            Said("the governor owes us an answer", None, "indirect", optional=True),
        ),
        (),
        {"Clay Dunning": (), "Nina Strom": ()},
    ),
    Article(
        "list of contacts",
        "2017-03-02",
        "What we know about the meetings:\n\n"
        "• Sept. 8, 2016: Edgar Voss met Ambassador Sami Halil in his office.\n"
        "• Nov. 30, 2016: Mr. Voss called Mr. Halil.\n"
        "• Dec. 12, 2016: An aide, Jill Corte, met Mr. Halil in New York.\n\n"
        "Mr. Voss has said that he does not recall what was discussed.\n",
        (Said("he does not recall what was discussed", "Edgar Voss", "indirect", form="no recollection"),),
        (
            Took("met Ambassador Sami Halil", "2016-09-08", ("Edgar Voss", "Sami Halil"), "Edgar Voss met"),
            Took("called Mr. Halil", "2016-11-30", ("Edgar Voss", "Sami Halil"), "Edgar Voss called"),
            Took(
                "met Mr. Halil in New York",
                "2016-12-12",
                ("Jill Corte", "Sami Halil"),
                "Jill Corte met",
                "New York",
            ),
        ),
        {"Edgar Voss": ("Mr. Voss",), "Sami Halil": ("Mr. Halil",), "Jill Corte": ()},
    ),
    Article(
        "earlier sayings beside later ones",
        "2018-04-12",
        "School board chair Helen Moro resigned on Tuesday, two weeks after she had assured parents that the "
        "building was safe.\n\n"
        "In January, Ms. Moro had told the board that inspectors found nothing. Superintendent Ray "
        "Alder said "
        "on Wednesday that he had never seen the report, which was completed in December 2017.\n\n"
        "“I asked for it and was told it did not exist,” Mr. Alder said.\n",
        (
            Said("the building was safe", "Helen Moro", "indirect", to="parents"),
            Said("inspectors found nothing", "Helen Moro", "indirect", "2018-01", to="board"),
            Said("he had never seen the report", "Ray Alder", "indirect", "2018-04-11"),
            Said("I asked for it", "Ray Alder"),
        ),
        (Took("resigned on Tuesday", "2018-04-10", ("Helen Moro",), "Helen Moro resigned"),),
        {"Helen Moro": ("Ms. Moro",), "Ray Alder": ("Mr. Alder",)},
    ),
    Article(
        "inquest with generic groups",
        "2015-01-22",
        "Witnesses told the inquest on Wednesday that the lifeboat left late. Lawmakers have demanded a "
        "review, and critics say the coastguard ignored calls.\n\n"
        "Skipper Ewan Baird said: “We waited for orders.” Coroner Moira Lyle asked him who gave them. “I "
        "couldn’t say,” Mr Baird replied.\n\n"
        "Councillors, parents and officials attended.\n",
        (
            Said("the lifeboat left late", "Witnesses", "indirect", "2015-01-21", to="inquest"),
            Said("the coastguard ignored calls", "critics", "indirect"),
            Said("We waited for orders", "Ewan Baird"),
            Said("I couldn’t say", "Ewan Baird", to="Moira Lyle", asked="who gave them"),
        ),
        (),
        {"Ewan Baird": ("Mr Baird",), "Moira Lyle": ()},
    ),
    Article(
        "leaked letters",
        "2016-02-19",
        "Letters obtained by the Sun Valley Register suggest that trustee Paul Hickey knew of the sale. In "
        "one, dated March 3, 2015, Mr. Hickey wrote: “Let us keep this quiet.”\n\n"
        "The letters show that Mr. Hickey met buyer Grace Oduya in Reno on March 1, 2015. The minutes say "
        "nothing of it.\n\n"
        "Ms. Oduya did not meet anyone else from the board, her lawyer, Art Bloom, said.\n",
        (
            Said("Let us keep this quiet", "Paul Hickey", on="2015-03-03"),
            Said("did not meet anyone else", "Art Bloom", "indirect", behalf="Grace Oduya"),
        ),
        (
            Took(
                "met buyer Grace Oduya",
                "2015-03-01",
                ("Grace Oduya", "Paul Hickey"),
                "Paul Hickey met buyer Grace Oduya",
                "Reno",
                "letters",
            ),
        ),
        {"Paul Hickey": ("Mr. Hickey",), "Grace Oduya": ("Ms. Oduya",), "Art Bloom": ()},
    ),
    Article(
        "denials in other words",
        "2017-03-02",
        "Financier Max Tolland rejected the claim that he had paid for the flat. He disputed that "
        "the two had "
        "ever met. His sister, Eve Tolland, called the story “invented.”\n\n"
        "Asked about the payment, Mr. Tolland refused to answer. Lawyer Bruno Keck, for his part, "
        "said he had "
        "“not seen a single document.”\n\n"
        "Neither Mr. Tolland nor Ms. Tolland was in court on Monday.\n",
        (
            Said("rejected the claim that he had paid", "Max Tolland", "indirect"),
            Said("disputed that the two had ever met", "Max Tolland", "indirect"),
            Said("invented", "Eve Tolland", "mixed"),
            Said("refused to answer", "Max Tolland", "indirect", form="declines", asked="about the payment"),
            Said("not seen a single document", "Bruno Keck", "mixed"),
        ),
        (),
        {"Max Tolland": ("Mr. Tolland",), "Eve Tolland": ("Ms. Tolland",), "Bruno Keck": ()},
    ),
    Article(
        "election night, no date of publication",
        None,
        "Nadia Brandt conceded to Cole Ivers late on Tuesday. “I called him,” Ms. Brandt told supporters.\n\n"
        "Mr. Ivers won the seat in 2012 by 40 votes. Election officials said turnout was high.\n",
        (
            Said("I called him", "Nadia Brandt", to="supporters"),
            Said("turnout was high", "Election officials", "indirect"),
        ),
        (Took("won the seat in 2012", "2012", ("Cole Ivers",), "Cole Ivers won the seat"),),
        {"Nadia Brandt": ("Ms. Brandt",), "Cole Ivers": ("Mr. Ivers",)},
    ),
)
