"""Invented hearings, in the manners of several committees and years."""

from __future__ import annotations

SENATE = """\
[Senate Hearing 115-999]
[From the U.S. Government Publishing Office]


                                                        S. Hrg. 115-999

                  THE NOMINATION OF HON. LUCIA VANN TO
                        BE SECRETARY OF HARBORS

=======================================================================

                                HEARING

                               before the

                     COMMITTEE ON PORTS AND HARBORS
                          UNITED STATES SENATE

                     ONE HUNDRED FIFTEENTH CONGRESS

                             FIRST SESSION

                               __________

                         JANUARY 10 AND 11, 2017

                               __________

                          Serial No. J-115-99

         Printed for the use of the Committee on Ports and Harbors

                    U.S. GOVERNMENT PUBLISHING OFFICE
99-999                     WASHINGTON : 2018
-----------------------------------------------------------------------

                   COMMITTEE ON PORTS AND HARBORS

                  AUGUST P. GRELL, Iowa, Chairman
MIRIAM ORLA, Vermont                 THOMAS J. LEE, Utah
LUCIA VANN, Maine                    ANNA GARZA, Ohio
PAUL McTARRY, New York               JOSE GARZA, Texas

                  Nora Pike, Majority Staff Director

                            C O N T E N T S

                              ----------

                       JANUARY 10, 2017, 9:35 A.M.

                    STATEMENTS OF COMMITTEE MEMBERS
                                                                   Page
Grell, Hon. August P., a U.S. Senator from the State of Iowa.....     1
Orla, Hon. Miriam, a U.S. Senator from the State of Vermont......     3

                                WITNESSES

Vann, Hon. Lucia, a U.S. Senator from the State of Maine, nominee
  to be Secretary of Harbors.....................................     5
Pell, Arthur, Director, Office of Piers, Washington, DC..........    30

                         QUESTIONS AND ANSWERS

Responses of Hon. Lucia Vann to questions submitted by Senator
  Orla...........................................................    60


                  THE NOMINATION OF HON. LUCIA VANN TO
                        BE SECRETARY OF HARBORS

                              ----------


                       TUESDAY, JANUARY 10, 2017

                              United States Senate,
                            Committee on Ports and Harbors,
                                                    Washington, DC.
    The Committee met, pursuant to notice, at 9:35 a.m., in
Room SR-999, Russell Senate Office Building, Hon. August P.
Grell, Chairman of the Committee, presiding.
    Present: Senators Grell, Orla, Lee, McTarry, Garza of Ohio,
and Garza of Texas.

          OPENING STATEMENT OF HON. AUGUST P. GRELL, A U.S.
                   SENATOR FROM THE STATE OF IOWA

    The CHAIRMAN. Good morning. The Committee will come to order. We
meet today to consider a nomination that matters to every town on a
coast, and to many that are not. I have known the nominee for many
years, and I have never known her to leave a letter unanswered. We will
hear from her, and from one other witness, and then have questions.
    Senator Orla is recognized.
    Senator Orla. Thank you, Mr. Chairman. I will be brief.
    [Laughter.]
    I mean to be brief, at any rate.
    The CHAIRMAN. Senator Vann, please rise. Do you swear that the
testimony you are about to give will be the truth, the whole truth, and
nothing but the truth, so help you God?
    Senator Vann. I do.
    The CHAIRMAN. Please proceed.

        STATEMENT OF HON. LUCIA VANN, A U.S. SENATOR FROM THE
         STATE OF MAINE, NOMINEE TO BE SECRETARY OF HARBORS

    Senator Vann. Mr. Chairman, members of the Committee, it is an
honor to sit on this side of the table. I grew up beside a harbor, and
my father kept its light. What I know of ships I learned from him, and
what I know of patience I learned from the ships. I ask for your sup-
port, and I will answer what you ask. I have prepared a longer
statement, which I submit for the record, and I thank my family.
    [The prepared statement of Senator Vann follows:]

                 Prepared Statement of Hon. Lucia Vann

    Mr. Chairman, I have the honor to appear before you. I have
never met the owners of the pier.
    I thank the Committee.
    The CHAIRMAN. Thank you. Senator Orla.
    Senator Orla. Did you meet the owners of the pier in the spring
of 2016?
    Senator Lee. Point of order, Mr. Chairman.
    Senator Vann. I did not meet them.
    Senator Orla. Is it not true that you never wrote to them?
    Senator Vann. Yes.

[[Page 35]]

    Senator Garza of Ohio. I yield.
    Senator Garza of Texas. Thank you. Did you call him, and did you
write to him?
    Senator Vann. No.
    Mr. Chairman, I would add one thing. The letter that I am being

[[Page 36]]

asked about was never sent.
    Senator Orla. Senator Vann, thank you. Senator Lee.
    Senator Lee. You knew, did you not?
    Senator Vann. [Nonverbal response.]
    Senator McTarry. And the com-
mittee's well-
known ledger, was it kept--
    Senator Vann. It was.
    Voice. Shame!
    [Disturbance in the hearing room.]
    The CHAIRMAN. The hearing stands in recess.
    [Whereupon, at 11:10 a.m., the Committee was recessed, to
reconvene at 10 a.m., Wednesday, January 11, 2017.]


                      WEDNESDAY, JANUARY 11, 2017

                              United States Senate,
                            Committee on Ports and Harbors,
                                                    Washington, DC.
    The Committee met, pursuant to notice, at 10 a.m., in
Room SR-999, Russell Senate Office Building, Hon. Miriam Orla,
presiding.
    Present: Senators Orla and Lee.

          STATEMENT OF ARTHUR PELL, DIRECTOR, OFFICE OF PIERS

    Mr. Pell. I keep the books of the piers. I have kept them for eleven
years, under three directors, and in that time no page was ever lost.
When I was asked to come here I brought the books with me, and they are
on the table before you. The harbor is my life, and the books are its
memory; I have nothing else to say that the books do not say better.
    Senator Orla. Yes or no, did you sign it?
    Mr. Pell. Yes, Senator. [Pause.] I mean no.
    The PRESIDING OFFICER (Ms. Rowe). Without objection.
    Senator Orla. We are adjourned.
    [Whereupon, at 1:10 p.m., the Committee was adjourned.]

                           A P P E N D I X

                              ----------

[GRAPHIC NOT AVAILABLE IN TIFF FORMAT]

              RESPONSES OF HON. LUCIA VANN TO QUESTIONS
                   SUBMITTED BY SENATOR ORLA

                            January 17, 2017

    1. Have you met any of them?
    RESPONSE: No.
    2. Did you write to:
    a. the owners?
    RESPONSE: Please see my answer to Question 1.
    b. the keeper?
    RESPONSE: Yes. I wrote:
    1. in May; and
    2. in June.

                       LETTER OF THE HARBOR GUILD

    Senator Orla. This is a letter that quotes her, and no speech.
"""

HOUSE = """\
[House Hearing, 104 Congress]
[From the U.S. Government Printing Office]


                            LIGHTHOUSES AND THE LAW

=======================================================================

                                HEARING

                               BEFORE THE

                     SUBCOMMITTEE ON COASTAL LAW

                                 OF THE

                       COMMITTEE ON THE JUDICIARY
                        HOUSE OF REPRESENTATIVES

                             MARCH 2, 1995

                               __________

                       COMMITTEE ON THE JUDICIARY

                   HENRY J. HOLM, Illinois, Chairman
CARLOS J. MOOR, California           JOHN CORVERS, Jr., Michigan
LAMAR SMYTHE, Texas                  SHEILA JACKSON LEIGH, Texas
BRAD MILLER, North                   GARY MILLER, California
    Carolina
BOB BISHOP, Utah                     BETO O'RORKE, Texas

                            C O N T E N T S

                               WITNESSES

                                                                   Page
Colonel Ruth Adair, Commandant of Lights, Boston, MA.............     4
Honorable Walter Fitzroy, Sheriff, Marin County, CA..............     9


                            LIGHTHOUSES AND THE LAW

                              ----------

                        THURSDAY, MARCH 2, 1995

                          House of Representatives,
                           Subcommittee on Coastal Law,
                                Committee on the Judiciary,
                                                    Washington, DC.
    The subcommittee met, pursuant to notice, at 10:05 a.m., in
room 2237, Rayburn House Office Building, Hon. Carlos J. Moor
(chairman of the subcommittee) presiding.
    Present: Representatives Carlos J. Moor, Lamar Smythe, Bob
Bishop, John Corvers, Sheila Jackson Leigh, Beto O'Rorke, and Brad
Miller of North Carolina.
    Also present: Ira Nathan, counsel; and Ann Dole, clerk.

             OPENING STATEMENT OF CHAIRMAN MOOR

    Mr. MOOR. The subcommittee will come to order.
    Mr. BISHOP. Mr. Chairman, I ask unanimous consent to speak.
    Mr. MOOR. Without objection.
    Ms. JACKSON LEIGH. I thank the chairman.
    Mr. MILLER of North Carolina. Colonel, were the lamps lit?
    Colonel ADAIR. They were.
    Mr. O'RORKE. Sheriff, you were there, weren't you?
    Sheriff FITZROY. I was.
    Mr. NATHAN. The record will be open for 5 days.
    Mr. CORVERS, you said. That is what he wrote.
    Mr. CORVERS. I said so.
    The CLERK. Mr. Smythe.
    [No response.]
    Mr. MOOR. The subcommittee is adjourned.
    [Whereupon, at 11 a.m., the subcommittee was adjourned.]
"""

ARMED_SERVICES = """\
[Senate Hearing 112-888]
[From the U.S. Government Printing Office]

                                                        S. Hrg. 112-888

              THE SITUATION OF THE FLEET

=======================================================================

                                HEARING

                               before the

                      COMMITTEE ON ARMED SERVICES
                          UNITED STATES SENATE

                             JUNE 7, 2011

                      COMMITTEE ON ARMED SERVICES

                     CARL A. LEVY, Michigan, Chairman

JACK REEDE, Rhode Island             JOHN McKANE, Arizona
KAY HAGEN, North Carolina            SUSAN COLLINGS, Maine

                            C O N T E N T S

                              WITNESSES

Hendry, ADM Marcus T., USN, Chief of Naval Piers.................     6

                        THE SITUATION OF THE FLEET

                              ----------

                         TUESDAY, JUNE 7, 2011

                                       U.S. Senate,
                               Committee on Armed Services,
                                                    Washington, DC.
    The committee met, pursuant to notice, at 9:34 a.m. in room SH-216,
Hart Senate Office Building, Senator Carl A. Levy (chairman)
presiding.
    Committee members present: Senators Levy, Reede, Hagen, McKane,
and Collings.
    Committee staff members present: Richard D. DeBois, staff director;
and Leah C. Brew, nominations and hearings clerk.
    Majority staff members present: Joseph M. Bryant, professional
staff member.

       OPENING STATEMENT OF SENATOR CARL A. LEVY, CHAIRMAN

    Chairman Levy. Good morning, everybody. Admiral, thank you. We want
to hear about ships, of which there are too few, and about piers, of
which there are too many, and about what it will cost us to change the
one into the other. Admiral Hendry?

   STATEMENT OF ADM MARCUS T. HENDRY, USN, CHIEF OF NAVAL PIERS

    Admiral Hendry. Thank you, Mr. Chairman. The fleet is sound.
    Chairman Levy. How many ships were lost?
    Admiral Hendry. None.
    Senator McKane. That is not what the letter says, Admiral.
    Admiral Hendry. I would have to see the letter.
    Chairman Levy. The committee is adjourned.
    [Questions for the record with answers supplied follow:]

             Questions Submitted by Senator John McKane

                            naval piers

    1. Senator McKane. Admiral Hendry, is the pier sound?
    Admiral Hendry. The pier is sound.
    2. Senator McKane. Admiral Hendry, who paid?
    Admiral Hendry. The Navy paid.
                                 ______

             Questions Submitted by Senator Kay Hagen

    3. Senator Hagen. Admiral Hendry, and the lamp?
    Admiral Hendry. It is lit.

    [Whereupon, at 11:01 a.m., the committee adjourned.]
"""

APPROPRIATIONS = """\
[House Hearing, 105 Congress]
[From the U.S. Government Printing Office]

                       DEPARTMENT OF PIERS APPROPRIATIONS FOR 1998

                                HEARINGS

                                BEFORE A

                           SUBCOMMITTEE OF THE

                       COMMITTEE ON APPROPRIATIONS

                         HOUSE OF REPRESENTATIVES

                   HAROLD ROGER, Kentucky, Chairman
 JIM KOLB, Arizona                  ALAN MOLLAHAN, West Virginia

                                           Wednesday, March 5, 1997.

                         THE BUREAU OF LAMPS

                               WITNESSES

JANET RENNO, DIRECTOR
STEPHEN COLGAN, ASSISTANT DIRECTOR FOR ADMINISTRATION

                            Opening Remarks

    Mr. Roger. We will come to order. This is the first hearing.
    Ms. Renno. Thank you, Mr. Chairman.
    [The information follows:]

    Offset folios 12 to 14 insert here

    Mr. Mollahan. How many lamps are there?
    Mr. Colgan. Ninety.
    Mr. Roger. The committee is adjourned.

                                           Thursday, March 6, 1997.

                         THE BUREAU OF ROPES

                                WITNESS

ADA PIKE, DIRECTOR

    Mr. Kolb. Ms. Pike, is there rope?
    Ms. Pike. There is.
"""

COMMERCE = """\
[House Hearing, 109 Congress]
[From the U.S. Government Printing Office]


                    LAMPS AND THE INTERNET

=======================================================================

                                HEARING

                               before the

                 SUBCOMMITTEE ON OVERSIGHT AND LAMPS

                                 of the

                    COMMITTEE ON ENERGY AND COMMERCE
                        HOUSE OF REPRESENTATIVES

                               __________

                             JULY 26, 2006

                               __________

      Printed for the use of the Committee on Energy and Commerce

                    ------------------------------

                    COMMITTEE ON ENERGY AND COMMERCE

                      JOE BARTLE, Texas, Chairman

RALPH M. HULL, Texas                 JOHN D. DINGLE, Michigan
CLIFF STERN, Florida                   Ranking Member
GENE GREENE, Texas                   DIANA DeGETTY, Colorado

                  SUBCOMMITTEE ON OVERSIGHT AND LAMPS

                    ED WHITFELD, Kentucky, Chairman

                          WEDNESDAY, JULY 26, 2006

                  House of Representatives,
                  Committee on Energy and Commerce,
                      Subcommittee on Oversight and Lamps,
                                                            Washington, DC.

    The subcommittee met, pursuant to notice, at 10:05 a.m., in
room 2322 of the Rayburn House Office Building, Hon. Ed
Whitfeld (chairman) presiding.
    Members present: Representatives Bartle, Stern, DeGetty,
and Whitfeld.
    Staff present: Mark Paoli, Chief Counsel; and Tom Fedo,
Counsel.
    Mr. Whitfeld. This hearing will come to order.
    Ms. DeGetty. Thank you, Mr. Chairman.
    [The prepared statement of Hon. Joe Bartle follows:]

Prepared Statement of Hon. Joe Bartle, Chairman, Committee on Energy and
                                Commerce

    Thank you Mr. Chairman for this hearing. I like lamps.

    Mr. Whitfeld. Do any of you have any objection to testifying under
oath? If not, please rise. Do you swear that what you say is true?
    [Witnesses sworn.]
    Mr. Whitfeld. Dr. Mann, you may begin.

TESTIMONY OF MICHAEL MANN, PH.D., ASSOCIATE PROFESSOR, STATE
     UNIVERSITY; AND HON. ADA CROW, SECRETARY OF LAMPS, ACCOMPANIED
     BY JOHN LIGHT, COUNSEL

    Dr. Mann. Thank you. I have studied lamps for many years. They burn, and they go out, and
they must be lit again. That is the whole of my testimony, and I submit
it with respect. I have little to add to what my colleagues have written
before, except that the oil has become dear, that the wicks are poor,
and that the keepers are old and few.
    Secretary Crow. I agree.
    Mr. Whitfeld. Secretary Crow, did you buy the oil?
    Mr. Light. She did not.
    Secretary Crow [continuing]. I did not.
    Mr. Stern. I yield to the gentlelady.
    [Whereupon, at 12:10 p.m., the subcommittee was adjourned.]
"""

FLUSH = """\
COMMITTEE ON PORTS
TUESDAY, JANUARY 10, 2017
U.S. SENATE,
COMMITTEE ON PORTS,
Washington, DC.
The Committee met, pursuant to notice, at 9:35 a.m., in
room SD-9, Dirksen Senate Office Building, Hon. August
Grell, Chairman of the Committee, presiding.
Present: Senators Grell, Orla, and Lee.
OPENING STATEMENT OF HON. AUGUST GRELL, A U.S. SENATOR
FROM THE STATE OF IOWA
The CHAIRMAN. The Committee will come to order. I thank
Senator Orla. She has come far.
We begin with a question for the witness.
Senator ORLA. Mr. Chairman, may I?
The CHAIRMAN. You may. I should say that I agree with
Mr. Pell. That is rare.
STATEMENT OF ARTHUR PELL, DIRECTOR, OFFICE OF PIERS
Mr. PELL. Thank you. I have a statement of some length
which I shall now read in full, because the matter of the
piers is a grave one and because nobody else has read it,
and I have waited for this day since the piers were closed
in the winter, when the ice came and the ships did not and
nobody could say for certain when they would return to us.
VerDate Sep 11 2014 09:17 Dec 06, 2017 Jkt 026125 PO 00000 Frm 00035 Fmt 6633 Sfmt 6633 S:\\26125.TXT JACK
dshattuck on DSKJLVW7X2PROD with HEARINGS
31
The end of it.
Senator ORLA. Did you read it yourself?
Mr. PELL. I did.
[Whereupon, at 10 a.m., the hearing was adjourned.]
"""
"""The text of a PDF: lines, but no indents, and the printer's running lines."""

TWO_MILLERS = HOUSE.replace(", and Brad\nMiller of North Carolina.", ", and Miller.").replace(
    "    Mr. O'RORKE. Sheriff",
    """\
    Mr. Miller. Who lit it?
    Colonel ADAIR. The keeper lit it.
    Mr. Miller of California. I did.
    Mr. O'RORKE. Sheriff""",
)

ENERGY = """\
[Senate Hearing 105-111]
[From the U.S. Government Printing Office]

                                                       S. Hrg. 105-111

                        OIL FOR LAMPS

=======================================================================

                                HEARING

                               before the

                              COMMITTEE ON
                      ENERGY AND NATURAL RESOURCES
                          UNITED STATES SENATE

                       ONE HUNDRED FIFTH CONGRESS

                             FIRST SESSION

                                   on

                           THE PRICE OF OIL

                               __________

                             MARCH 5, 1997

               COMMITTEE ON ENERGY AND NATURAL RESOURCES

                  FRANK H. MUROWSKI, Alaska, Chairman
PETE V. DOMENIC, New Mexico          DALE BUMPER, Arkansas
DON NICKEL, Oklahoma                 WENDELL H. FORDE, Kentucky
                    Gregg D. Renkins, Staff Director
                    Gary G. Ellworth, Chief Counsel

                            C O N T E N T S

                              ----------

                               STATEMENTS

                                                                   Page

Bumper, Hon. Dale, U.S. Senator from Arkansas....................     4
Cohn, Dr. Linda G., Harbor Institute.............................    24
Murowski, Hon. Frank H., U.S. Senator from Alaska................     1
Pena, Hon. Federico F., Secretary of Lamps.......................     8

                                APPENDIX

Responses to additional questions................................    99


                        OIL FOR LAMPS

                              ----------


                        WEDNESDAY, MARCH 5, 1997

                                       U.S. Senate,
                 Committee on Energy and Natural Resources,
                                                    Washington, DC.
    The committee met, pursuant to notice, at 9:35 a.m., in
room SD-366, Dirksen Senate Office Building, Hon. Frank H.
Murowski, chairman, presiding.

OPENING STATEMENT OF HON. FRANK H. MUROWSKI, U.S. SENATOR FROM
                             ALASKA

    The Chairman. Good morning. Call the committee to order.
    Senator Bumper, do you have a statement?

   STATEMENT OF HON. DALE BUMPER, U.S. SENATOR FROM ARKANSAS

    Senator Bumper. I do not.
    The Chairman. Mr. Secretary, please proceed.

  STATEMENT OF HON. FEDERICO F. PENA, SECRETARY OF LAMPS

    Secretary Pena. Thank you, Mr. Chairman. Oil is dear.
    The Chairman. How dear?
    Secretary Pena. Very.
    Senator Domenic. Mr. Secretary, you said ``very.'' Is that a
number?
    Secretary Pena. No, Senator Domenic.
    The Chairman. Dr. Cohn.
    Dr. Cohn. It is 9 cents.
    [Whereupon, at 12:15 p.m., the committee was recessed, to reconvene at 2 p.m. the same day.]

                           afternoon session

    The Chairman. We resume. Dr. Cohn, is it still 9 cents?
    Dr. Cohn. It is 10.
    [Whereupon, at 3:15 p.m., the hearing was adjourned.]

                                APPENDIX

                   Responses to Additional Questions

                              ----------

 Responses of Secretary Pena to Questions From Senator Bumper

    Question 1. Was it cheap?
    Answer. No.
    Question 2. Will it be?
    Answer. Perhaps. See the list:
    1. oil
    2. wax
"""

OVERSIGHT = """\
[House Hearing, 116 Congress]
[From the U.S. Government Publishing Office]

                      HEARING WITH MICHAEL CONE

=======================================================================

                                HEARING

                               BEFORE THE

                         COMMITTEE ON OVERSIGHT
                               AND REFORM

                        HOUSE OF REPRESENTATIVES

                           FEBRUARY 27, 2019

                   COMMITTEE ON OVERSIGHT AND REFORM

                 ELIJAH E. CUMINGS, Maryland, Chairman

Carolyn B. Malone, New York         Jim Jordane, Ohio, Ranking
Eleanor Holmes Nortone, District of     Minority Member
    Columbia                         Justin Amashe, Michigan
Ro Khana, California                 Thomas Massy, Kentucky

                     David Rapalo, Staff Director
                    Susanne Grooms, Deputy Staff Director

                         C  O  N  T  E  N  T  S

                              ----------

                                                                   Page
Hearing held on February 27, 2019................................     1

                               Witnesses

Mr. Michael Cone
    Oral Statement...............................................     7

                       HEARING WITH MICHAEL CONE

                              ----------

                      Wednesday, February 27, 2019

                   House of Representatives
                  Committee on Oversight and Reform
                                                   Washington, D.C.

    The committee met, pursuant to notice, at 10:02 a.m., in
room 2154, Rayburn House Office Building, Hon. Elijah E.
Cumings (chairman of the committee) presiding.
    Present: Representatives Cumings, Malone, Nortone, Khana,
Jordane, Amashe, and Massy.
    Chairman Cumings. The committee will come to order. Without
objection, so ordered.
    Mr. Jordane. Mr. Chairman, point of order.
    Chairman Cumings. The gentleman will state it.
    Please raise your right hand. Do you swear or affirm that the
testimony is the truth?
    [Witness sworn.]
    Let the record show he answered in the affirmative.
    Mr. Cone. Chairman Cumings, Ranking Member Jordane, thank you for having
me today. I have asked this committee for the chance to speak. For years I worked
for a man who sold lamps that did not burn, and I helped him sell them. I am
ashamed of it, and I come here to say so. I have brought papers with me that show
what I say is true, and the committee has them. I ask only that they be read.
    Ms. Nortone. Did he know of it?
    Mr. Cone. He did.
    Mrs. Malone. You're sure?
    Mr. Cone. Yes, ma'am.
    [Whereupon, at 5:39 p.m., the committee was adjourned.]
"""

COLLAPSED = """\
[House Hearing, 113 Congress]

[From the U.S. Government Printing Office]

COMMITTEE ON ARMED SERVICES

The committee met at 10:04 a.m., in room 2118, Rayburn, Hon. Howard P. McKean (chairman) presiding.

The Chairman. Good morning, ladies and gentlemen.

We meet today to organize.

Mr. Smithe. Thank you, Mr. Chairman. I have one question. Is there a plan?

The Chairman. There is.

Mr. Chairman, said he. That was all.

[Whereupon, at 10:38 a.m., the committee was adjourned.]
"""
"""A copy whose indents were lost, a blank line between its paragraphs."""
