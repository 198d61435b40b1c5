"""Invented articles in which a record speaks against a statement: a camera, a visitors' register."""

from __future__ import annotations

from tests.extract.articles_reading import Article, Said, Took

ARTICLES = (
    Article(
        "police statement and camera",
        "2020-10-07",
        "Footage contradicts police account of Mill Street shooting\n\n"
        "RIVERTON — A police statement issued hours after Officer Grant Hollis shot Marcus Dell "
        "on Sept. 19 said Dell “lunged at the officer with a knife.” Body camera video released "
        "Tuesday shows Dell standing still with empty hands.\n\n"
        "Police Chief Laura Penrose said at a briefing on Sept. 20 that Hollis fired two shots. "
        "The video shows that he fired five.\n\n"
        "“I relied on what I was told at the scene,” Penrose told reporters on Tuesday. “I regret that.”\n\n"
        "The union that represents officers said Hollis feared for his life. Its president, Ray "
        "Stokes, said the video did not show everything.\n\n"
        "Hollis was placed on leave on Sept. 21. He was charged with manslaughter on Monday.\n\n"
        "Dell’s sister, Aisha Dell, said she had asked for the video for two weeks. “They knew,” "
        "she said through tears.\n",
        (
            Said("lunged at the officer", None, "mixed", on=None),
            Said("Hollis fired two shots", "Laura Penrose", "indirect", "2020-09-20", forum="briefing"),
            Said("I relied on what I was told", "Laura Penrose", on="2020-10-06", to="reporters"),
            Said("Hollis feared for his life", "union", "indirect"),
            Said("the video did not show everything", "Ray Stokes", "indirect"),
            Said("she had asked for the video", "Aisha Dell", "indirect"),
            Said("They knew", "Aisha Dell"),
        ),
        (
            Took("shot Marcus Dell", "2020-09-19", ("Grant Hollis", "Marcus Dell")),
            Took("said at a briefing on Sept. 20", "2020-09-20", ("Laura Penrose",), optional=True),
            Took("was placed on leave", "2020-09-21", ("Grant Hollis",), optional=True),
            Took("was charged with manslaughter", "2020-10-05", ("Grant Hollis",)),
        ),
        {
            "Grant Hollis": ("Hollis",),
            "Marcus Dell": ("Dell",),
            "Laura Penrose": ("Penrose",),
            "Ray Stokes": (),
            "Aisha Dell": (),
        },
    ),
    Article(
        "indian paper",
        "2022-09-05",
        "Minister denies meeting contractor; visitor register says otherwise\n\n"
        "NEW DELHI: Union Minister of State for Ports Harish Talwar on Saturday denied having met"
        " contractor Vikram Sood, who was arrested in the dredging case on August 29, 2022.\n\n"
        "“I have never met this gentleman in my life,” Talwar told reporters outside Parliament. "
        "He termed the allegations “baseless and politically motivated”.\n\n"
        "The visitor register of the ministry, a copy of which is with The Coastal Express, shows"
        " that Sood visited Talwar’s office on 12.04.2022 and again on 17.05.2022.\n\n"
        "Replying to a question in the Rajya Sabha on July 21, Talwar had said that the tender "
        "was awarded “strictly on merit”.\n\n"
        "Congress spokesperson Meera Kutty alleged that Sood paid Rs 3 crore to a trust run by "
        "the minister’s brother. She demanded a probe by a sitting judge.\n\n"
        "Officials in the ministry, speaking on condition of anonymity, said the minister meets "
        "dozens of people every day. A senior official said Sood was accompanied by two others.\n",
        (
            Said("denied having met contractor", "Harish Talwar", "indirect", "2022-09-03"),
            Said("I have never met this gentleman", "Harish Talwar", to="reporters", form="categorical"),
            Said("baseless and politically motivated", "Harish Talwar", "mixed"),
            Said("strictly on merit", "Harish Talwar", "mixed", "2022-07-21"),
            Said("Sood paid Rs 3 crore", "Meera Kutty", "indirect", behalf="Congress"),
            Said("demanded a probe", "Meera Kutty", "indirect", behalf="Congress", optional=True),
            Said("the minister meets dozens of people", "Officials in the ministry", "indirect"),
            Said("Sood was accompanied by two others", "senior official", "indirect"),
        ),
        (
            Took("was arrested in the dredging case", "2022-08-29", ("Vikram Sood",)),
            Took("visited Talwar’s office", "2022-04-12", ("Vikram Sood",)),
            Took("visited Talwar’s office", "2022-05-17", ("Vikram Sood",)),
        ),
        {"Harish Talwar": ("Talwar",), "Vikram Sood": ("Sood",), "Meera Kutty": ()},
    ),
)
