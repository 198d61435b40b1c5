"""Invented articles: interviews, transcripts, translated words, several spokespeople, namesakes."""

from __future__ import annotations

from tests.extract.articles_reading import Article, Said, Took

ARTICLES = (
    Article(
        "interview in questions and answers",
        "2017-05-20",
        "Marta Lindgren ran the port for nine years. She spoke to us on Thursday.\n\n"
        "Q: Did you know about the second account?\n\n"
        "A: I did not. I learned of it from the newspapers.\n\n"
        "Q: Who opened it?\n\n"
        "A: You would have to ask Mr. Kerr.\n",
        (
            Said("Did you know about the second account?", "Q", "transcript", to="A"),
            Said(
                "I did not. I learned of it",
                "A",
                "transcript",
                to="Q",
                asked="Did you know about the second",
            ),
            Said("Who opened it?", "Q", "transcript", to="A"),
            Said("You would have to ask Mr. Kerr", "A", "transcript", to="Q", asked="Who opened it?"),
        ),
        (Took("spoke to us", "2017-05-18", ("Marta Lindgren",), optional=True),),
        {"Marta Lindgren": (), "Kerr": ("Mr. Kerr",)},
    ),
    Article(
        "embedded transcript",
        "2017-01-11",
        "The exchange at Tuesday’s hearing was short.\n\n"
        "SENATOR WADE: Did anyone from the bank call you?\n\n"
        "MS. TORRES: No, Senator.\n\n"
        "SENATOR WADE: Not once?\n\n"
        "MS. TORRES: Not that I recall.\n\n"
        "Elena Torres later wrote to Senator Philip Wade. In the Jan. 30 letter, she said she had spoken to "
        "the bank’s president.\n",
        (
            Said("Did anyone from the bank call you?", "Philip Wade", "transcript", to="Elena Torres"),
            Said("No, Senator.", "Elena Torres", "transcript", to="Philip Wade", asked="from the bank call"),
            Said("Not once?", "Philip Wade", "transcript", to="Elena Torres"),
            Said(
                "Not that I recall.",
                "Elena Torres",
                "transcript",
                to="Philip Wade",
                asked="Not once?",
                form="no recollection",
            ),
            Said(
                "she had spoken to the bank’s president",
                "Elena Torres",
                "indirect",
                "2017-01-30",
                forum="letter",
                form="categorical",
            ),
        ),
        (Took("later wrote to Senator Philip Wade", None, ("Elena Torres", "Philip Wade"), optional=True),),
        {"Elena Torres": (), "Philip Wade": ("Senator Wade",)},
        missed=("Senator Wade of Philip Wade",),
    ),
    Article(
        "translated words",
        "2016-12-05",
        "PARIS — The former judge Lucien Morel denied on Monday that he had dined with the banker Yves "
        "Castan.\n\n"
        "«Je ne l’ai jamais rencontré», he told Radio Lumière in French. (“I have never met him.”)\n\n"
        "Through an interpreter, Castan said the dinner “never took place.”\n\n"
        "But a waiter, Denis Aubry, said in an interview that the two men ate together in October.\n",
        (
            Said("denied on Monday that he had dined", "Lucien Morel", "indirect", "2016-12-05"),
            Said("Je ne l’ai jamais rencontré", "Lucien Morel", to="Radio Lumière", reporter="Radio Lumière"),
            Said("I have never met him", "Lucien Morel", optional=True),
            Said("never took place", "Yves Castan", "mixed"),
            Said("the two men ate together", "Denis Aubry", "indirect", forum="interview"),
        ),
        (),
        {"Lucien Morel": (), "Yves Castan": ("Castan",), "Denis Aubry": ()},
    ),
    Article(
        "several spokespeople",
        "2019-02-07",
        "A spokesman for Gov. Lyle Harmon said the trip was approved. “Every mile was logged,” the "
        "spokesman, "
        "Pete Dolan, said.\n\n"
        "Sara Kim, a lawyer for Harmon’s brother, Dale Harmon, said her client had paid his own fare.\n\n"
        "The airline’s spokeswoman, Bea Nolan, said it could not confirm that. “We do not discuss "
        "passengers,” Ms. Nolan said in an email.\n\n"
        "The governor’s office declined to release the receipts.\n",
        (
            Said("the trip was approved", "spokesman for Gov. Lyle Harmon", "indirect", behalf="Lyle Harmon"),
            Said("Every mile was logged", "Pete Dolan", behalf="Lyle Harmon"),
            Said("her client had paid his own fare", "Sara Kim", "indirect", behalf="Dale Harmon"),
            Said("it could not confirm that", "Bea Nolan", "indirect", behalf="airline"),
            Said(
                "We do not discuss passengers", "Bea Nolan", forum="email", behalf="airline", form="declines"
            ),
            Said(
                "declined to release the receipts",
                "governor’s office",
                "indirect",
                form="declines",
                behalf="Lyle Harmon",
            ),
        ),
        (),
        {
            "Lyle Harmon": ("Harmon",),
            "Pete Dolan": (),
            "Sara Kim": (),
            "Dale Harmon": (),
            "Bea Nolan": ("Ms. Nolan",),
        },
    ),
    Article(
        "namesakes, women and men",
        "2018-03-16",
        "Brothers Nathan Cole and Victor Cole and their sister, Diane Cole, own the quarry together.\n\n"
        "“I signed nothing,” Nathan Cole said on Wednesday. “Victor handled the permits.”\n\n"
        "Diane Cole said she had warned her brothers. “They laughed,” she said.\n\n"
        "Ms. Cole met county commissioner Hugh Tran on Feb. 8. Mr. Tran said he did not remember the "
        "meeting.\n",
        (
            Said("I signed nothing", "Nathan Cole", on="2018-03-14"),
            Said("she had warned her brothers", "Diane Cole", "indirect"),
            Said("They laughed", "Diane Cole"),
            Said("he did not remember the meeting", "Hugh Tran", "indirect", form="no recollection"),
        ),
        (
            Took(
                "met county commissioner Hugh Tran",
                "2018-02-08",
                ("Diane Cole", "Hugh Tran"),
                "Diane Cole met county commissioner Hugh Tran",
            ),
        ),
        {
            "Nathan Cole": (),
            "Victor Cole": (),
            "Diane Cole": ("Ms. Cole",),
            "Hugh Tran": ("Mr. Tran",),
        },
    ),
    Article(
        "titles that change",
        "2017-02-10",
        "In 2012, when she was a prosecutor, Judge Alma Reyes told a bar group that she had never tried a "
        "capital case. As a nominee, she told senators on Tuesday that she had tried two.\n\n"
        "“I misspoke then,” the judge said.\n\n"
        "Senator Ward Bishop, an Iowa Democrat, asked the nominee whether she had misled the group. “No, "
        "Senator,” she answered.\n",
        (
            Said("she had never tried a capital case", "Alma Reyes", "indirect", "2012", to="bar group"),
            Said("she had tried two", "Alma Reyes", "indirect", "2017-02-07", to="senators"),
            Said("I misspoke then", "Alma Reyes"),
            Said("No, Senator", "Alma Reyes", to="Ward Bishop", asked="whether she had misled the group"),
        ),
        (),
        {"Alma Reyes": (), "Ward Bishop": ()},
    ),
    Article(
        "words by message and on air",
        "2017-06-01",
        "Mayor Ingrid Bly wrote on Twitter on Wednesday: “I never asked for the file.”\n\n"
        "In a radio interview in April, she had said she “may have glanced at it.”\n\n"
        "Councillor Ben Osei, speaking on WKLT on Thursday, said, “She asked me for it herself.”\n",
        (
            Said("I never asked for the file", "Ingrid Bly", on="2017-05-31", forum="Twitter"),
            Said(
                "may have glanced at it",
                "Ingrid Bly",
                "mixed",
                "2017-04",
                forum="radio interview",
                form="qualified",
            ),
            Said("She asked me for it herself", "Ben Osei", on="2017-06-01"),
        ),
        (),
        {"Ingrid Bly": (), "Ben Osei": ()},
    ),
    Article(
        "hearsay and a denial",
        "2017-03-02",
        "Rosa Lindt, the clinic’s former nurse, said Dr. Felix Amara told her to change the chart.\n\n"
        "“He said, ‘Just fix the time,’ ” Ms. Lindt testified on Tuesday.\n\n"
        "Dr. Amara denied that he had given any such order. He has not been charged.\n",
        (
            Said("Dr. Felix Amara told her to change the chart", "Rosa Lindt", "indirect"),
            Said("He said, ‘Just fix the time,’", "Rosa Lindt", on="2017-02-28"),
            Said("Just fix the time", "Felix Amara", "nested", reporter="Rosa Lindt"),
            Said("denied that he had given any such order", "Felix Amara", "indirect", form="categorical"),
            Said("to change the chart", "Felix Amara", "indirect", to="Rosa Lindt", reporter="Rosa Lindt"),
        ),
        (),
        {"Rosa Lindt": ("Ms. Lindt",), "Felix Amara": ("Dr. Amara",)},
    ),
)
