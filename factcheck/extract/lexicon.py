"""Words that tell a person from an office and one person from another; lists, kept apart from the rules."""

from __future__ import annotations

from factcheck.extract.wordlists import words

COURTESY = words(
    """
    Mr. Mrs. Ms. Miss Dr. Mr Mrs Ms Dr Sir Lord Lady Dame Mx. Mme. Messrs. Prof. Professor
    """
)

RANKS = words(
    """
    Sen. Sens. Senator Senators Rep. Reps. Representative Representatives Gov. Govs. Governor President
    Vice-President Secretary Judge Justice Ambassador Chairman Chairwoman Chair General Gen. Colonel
    Col. Lt. Lieutenant Sgt. Sergeant Capt. Captain Maj. Major Adm. Admiral Detective Officer Sheriff
    Mayor Minister Pope King Queen Prince Princess Congressman Congresswoman Director Speaker
    Commissioner Councilman Councilwoman Councillor Deputy Rev. Reverend Father Sister Chief
    Superintendent Attorney-General Attorney Counsel Chancellor Premier Archbishop Bishop Cardinal Imam
    Rabbi Sheikh Baroness Baron Inspector Constable Agent Special Coach Cmdr. Commander
    Solicitor-General Solicitor Comptroller Treasurer Undersecretary Administrator Majority Minority
    Leader Whip Spokesman Spokeswoman Spokesperson Alderman Supervisor Assemblyman Assemblywoman
    Delegate Prosecutor Pastor Envoy Reporter Editor Correspondent Marshal Committeeman Committeewoman
    AG DA VP MP MEP CEO CFO Atty. Rt.
    """
)
TITLES = COURTESY | RANKS

TITLE_PREFIXES = words(
    """
    U.S. U.S US UK U.K. Former Then Acting Deputy Assistant Vice Prime First Attorney Secretary House
    Senate White State Press Lt. Foreign Justice Defense Defence Treasury Interior Republican Democratic
    Chief National Security
    """
)

ROLE_NOUNS = words(
    """
    senator representative congressman congresswoman lawmaker governor president vice-president
    secretary judge justice ambassador envoy chairman chairwoman chair general colonel lieutenant
    sergeant captain major admiral detective officer sheriff mayor minister pope king queen prince
    princess director speaker commissioner councilman councilwoman councillor deputy chief
    superintendent attorney attorney-general counsel chancellor premier bishop spokesman spokeswoman
    spokesperson spokesmen lawyer adviser advisor aide manager strategist consultant analyst professor
    economist nominee candidate witness defendant plaintiff leader whip democrat republican conservative
    liberal independent founder owner executive ceo editor reporter correspondent journalist columnist
    author writer host anchor activist organizer coach player pollster expert scholar scientist doctor
    nurse teacher student resident voter supporter operative diplomat agent prosecutor investigator
    inspector member head surrogate veteran banker businessman businesswoman billionaire mogul tycoon
    actor actress singer comedian pastor priest rabbi imam farmer engineer driver clerk official
    billionaire frontrunner front-runner husband wife son daughter brother sister mother father friend
    colleague treasurer comptroller trustee fellow researcher historian neighbor neighbour contractor
    accountant auditor janitor guard pilot mechanic foreman skipper coroner financier buyer waiter
    waitress composer cellist pianist violinist musician painter sculptor novelist poet playwright
    shipper shipbuilder builder baker butcher broker trader lobbyist diplomat biologist chemist
    physicist psychologist psychiatrist surgeon physician dentist pharmacist therapist counselor
    counsellor paralegal magistrate bailiff juror barrister solicitor trooper patrolman firefighter
    paramedic soldier sailor marine lobbyist donor fundraiser pundit commentator blogger podcaster
    photographer filmmaker producer screenwriter comic rapper footballer golfer boxer jockey referee
    umpire landlord tenant developer architect surveyor planner plumber electrician carpenter welder
    miner fisherman trucker courier cashier salesman saleswoman shopkeeper grocer restaurateur chef
    barber tailor librarian archivist curator principal headmaster headmistress dean provost rector
    lecturer undersecretary congressman congresswoman lawmaker legislator assemblyman assemblywoman
    alderman freshman sophomore junior graduate pupil parent grandfather grandmother uncle aunt nephew
    niece cousin widow widower fiance girlfriend boyfriend partner stepson stepdaughter brother-in-law
    sister-in-law son-in-law daughter-in-law father-in-law mother-in-law stepfather stepmother dictator
    despot strongman tyrant killer gunman shooter suspect victim survivor terrorist militant fugitive
    hacker mobster warlord rebel insurgent heiress heir socialite philanthropist magnate icon star
    legend champion wrestler astronaut cosmonaut inventor entrepreneur philosopher theologian feminist
    humorist satirist cartoonist essayist critic newscaster moderator panelist ideologue theorist
    loyalist dissident defector refugee immigrant toddler teenager retiree volunteer shepherd
    inspector-general governor-general postmaster regulator administrator coordinator organiser
    negotiator mediator interpreter translator secretary-general vice-president president-elect
    """
)

SPEAKS_FOR = words("spokesman spokeswoman spokesperson spokesmen lawyer attorney counsel publicist solicitor")

ORGANISATION_WORDS = words(
    """
    Department Committee Subcommittee Senate House Congress Parliament Post Times Journal News Press
    Tribune Herald Guardian Daily Gazette Observer Chronicle Globe Sun Network Agency Bureau Office
    Service Court Council Commission Board Union Party Campaign Foundation Institute University College
    School Center Centre Association Society Federation League Company Corporation Corp Inc Group Bank
    Fund Trust Ministry Kremlin Pentagon Reuters Bloomberg Twitter Facebook Google Street Avenue Road
    River Lake County City State States Island Hotel Hospital Church Airport Station Tower Square Park
    Hall Act Bill Law Amendment Constitution Convention Conference Summit War Day Week Month Award Prize
    Games League Cup Series Show Force Army Navy Corps Police Team Club Coalition Alliance Organization
    Organisation Authority Administration Government Embassy Republic Kingdom Nations America Americans
    Britain Administration Review Magazine Politico Breitbart Newsmax Monitor Register Examiner
    Telegraph Independent Mail Mirror Wire Weekly Report Beacon Inquirer Republicans Democrats Supreme
    Capitol Hill Library Museum Theater Theatre Works Industries Holdings Partners Associates Labs Ltd
    LLC Project Task Movement Network Chamber Assembly Legislature Treasury Fed Exchange Market Mall
    Plaza Bridge Port Valley Mountain Beach Bay Forest North South East West Courier Dispatch Ledger
    Sentinel Radio Television TV FM Reporter Research Studios Pictures Records Entertainment Productions
    Media Productions Communications Consulting Estate Capital Ventures Enterprises Solutions Systems
    Technologies Software Energy Oil Gas Mining Motors Airlines Airways Foods Brands Stores
    Pharmaceuticals Pharma Bancorp Insurance Securities Equity Advisors Advisers Analytics Strategies
    Command Battalion Brigade Regiment Division Squadron Nurses Teachers Workers Advocates Policy
    Politics Security Studies Affairs Rights Justice Action Initiative Institute Poll Pollster Survey
    Index Dialogue Forum Fair Festival Bowl Debate Primary Caucus Election Elections Inquiry Tribunal
    Registry Clinic Pharmacy Cafe Restaurant Bar Grill Inn Resort Casino Stadium Arena Field Gardens
    Cemetery Chapel Cathedral Temple Mosque Synagogue Shoal Canal Creek Gulf Sea Ocean Islands Province
    District Township Borough Village Town Districts Facility Plant Factory Laboratory Trail Channel PAC
    Caucus Outfitters Bros Brothers Sons Family Castle Palace Mansion Tavern Parish Diocese Qaeda
    Taliban Hamas Hezbollah Isis Breakfast Panel Forces Broadcasting Statement Classic Courrier Peppers
    Operations Medicine Development High Academy Seminary Lodge Legion Guild Syndicate Cartel Gang Mob
    Squad Unit Watch Times-Union Standard
    """
)

PLACES = words(
    """
    Washington America England France Germany Russia China Japan Iran Iraq Israel Syria Mexico Canada
    Ukraine Turkey India Pakistan Afghanistan Europe Africa Asia London Paris Moscow Beijing Berlin Rome
    Tokyo Brussels Geneva Vienna Chicago Boston Cleveland Philadelphia Miami Houston Dallas Atlanta
    Texas Florida Ohio Iowa California Nevada Virginia Georgia Carolina Michigan Wisconsin Pennsylvania
    Colorado Arizona Illinois Indiana Kansas Alabama Minnesota Missouri Oregon Utah Maine Vermont
    Massachusetts Connecticut Maryland Delaware Hampshire Jersey York Mexico Dakota Angeles Orleans
    Vegas Francisco Diego Jose Antonio Louis Paul Bernardino Francisco Cuba Libya Egypt Spain Italy
    Britain Scotland Ireland Brazil Benghazi Damascus Florida Oklahoma Montana Wyoming Nebraska Kentucky
    Tennessee Mississippi Louisiana Arkansas Idaho Alaska Hawaii Minnesota Missouri Arizona Columbia
    Rico Carolina Somalia Kenya Nigeria Ethiopia Sudan Yemen Lebanon Qatar Kuwait Poland Hungary Romania
    Bulgaria Serbia Croatia Greece Cyprus Portugal Norway Sweden Finland Denmark Netherlands Belgium
    Switzerland Austria Australia Zealand Indonesia Malaysia Singapore Vietnam Thailand Philippines
    Korea Taiwan Argentina Chile Peru Colombia Venezuela Ecuador Bolivia Guatemala Honduras Nicaragua
    Haiti Jamaica Panama Estonia Latvia Lithuania Belarus Wales Manchester Birmingham Liverpool Leeds
    Glasgow Edinburgh Dublin Belfast Cardiff Oslo Stockholm Copenhagen Helsinki Madrid Barcelona Lisbon
    Athens Warsaw Prague Budapest Vienna Zurich Kiev Kyiv Istanbul Ankara Cairo Baghdad Tehran Kabul
    Delhi Mumbai Shanghai Seoul Sydney Melbourne Toronto Ottawa Montreal Vancouver Seattle Portland
    Denver Phoenix Detroit Milwaukee Minneapolis Baltimore Pittsburgh Cincinnati Columbus Indianapolis
    Memphis Nashville Birmingham Tampa Orlando Manhattan Brooklyn Bronx Queens Harlem Hollywood Albany
    Sacramento Raleigh Annapolis Concord
    """
)

CALENDAR = words(
    """
    January February March April May June July August September October November December Jan. Feb. Mar.
    Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Christmas Easter Thanksgiving Ramadan Hanukkah Labor Memorial
    """
)

NOT_NAMES = words(
    """
    The A An He She It They We I You This That These Those In On At But And When While After Before As
    If His Her Their Our My Your Its There Then Since For With No Yes Not Nor Or So Yet Both Some Many
    Most One Two Three Four Five Six Seven Eight Nine Ten What Who Why How Where Which Whose Although
    Though Because By From To Of Into During Until Unless Despite Under Over Between Among Asked Also
    Just Even Only Still Now Today Yesterday Tomorrow Here According All Any Each Every Few Several Such
    More Less Earlier Later Meanwhile However Instead Never Nothing Nobody Everyone Someone Officials
    Police Voters Critics Supporters Experts Republicans Democrats Americans Lawmakers Lawyers
    Prosecutors Investigators Authorities Aides Sources People Reporters Will Would Could Should Can May
    Might Must Do Does Did Is Are Was Were Has Have Had Let Make Get Go Be Q A God Internet Islam Muslim
    Muslims Jews Christians Mr Mrs Ms Dr Read See Watch Update Correction Photo Image Video Share Follow
    Like Click Editor Copyright Once Well Look Listen Thank Thanks Please Sure Okay OK Hello Having
    Being Indeed Perhaps Maybe Nevertheless Moreover Furthermore Elsewhere Otherwise Finally Recently
    Apparently Clearly Obviously Certainly Populist Added Said Says Told Asked Speaking Having Being
    Given Based Last Next First Second Third New Old Other Another Same Former Current Senior White
    Black
    """
)

NATIONALITIES = (
    "ian",
    "ean",
    "ish",
    "ese",
    "can",
    "Democrat",
    "Republican",
    "Democratic",
    "French",
    "German",
    "Greek",
    "Dutch",
    "Iraqi",
    "Israeli",
    "Saudi",
    "Swiss",
    "Czech",
    "Thai",
    "Afghan",
    "Arab",
    "GOP",
    "Labour",
    "Tory",
    "U.S.",
    "US",
    "UK",
)

PARTY_WORDS = words(
    """
    Republican Republicans Democrat Democrats Democratic Conservative Conservatives Liberal Liberals
    Labour Tory Tories Socialist Green Greens Independent Independents Catholic Catholics Islamic Muslim
    Muslims Jewish Christian Christians Hispanic Latino American Americans National Nationals
    """
)
"""Words that end an adjective or a group ("Iowa Republican"), never a person's name."""

DOCUMENT_NOUNS = words(
    """
    diary diaries record records log logs document documents email emails e-mail e-mails letter letters
    report reports filing filings minutes calendar calendars transcript transcripts memo memos
    memorandum note notes data poll polls survey surveys study studies lawsuit complaint indictment
    affidavit affidavits papers paperwork file files schedule schedules receipt receipts invoice
    invoices photo photos photograph photographs video videos footage tape tapes recording recordings
    audio article articles story stories book books text texts page pages website site version versions
    contract contracts warrant warrants ruling order audit audits review analysis estimate estimates
    figures statistics numbers results returns statement statements account accounts message messages
    manifest register registers roster logbook ledger ledgers entry entries certificate form forms
    disclosure disclosures evidence
    testimony exhibit exhibits image images map maps chart charts database archive archives census
    readout summary dossier presentation slide slides bill bills law rule rules policy sign headline
    headlines caption
    """
)
"""What can say something without being anybody: words of paper, record and film."""

_FEMALE_ROLES = words(
    """
    wife sister mother daughter widow girlfriend aunt niece grandmother actress waitress spokeswoman
    chairwoman councilwoman congresswoman assemblywoman businesswoman saleswoman headmistress stepmother
    stepdaughter sister-in-law daughter-in-law mother-in-law queen princess heroine policewoman
    """
)
_MALE_ROLES = words(
    """
    husband brother father son widower boyfriend uncle nephew grandfather spokesman chairman councilman
    congressman assemblyman businessman salesman headmaster stepfather stepson brother-in-law son-in-law
    father-in-law king prince patrolman fisherman foreman waiter policeman
    """
)
ROLE_GENDERS = dict.fromkeys(_FEMALE_ROLES, "f") | dict.fromkeys(_MALE_ROLES, "m")
"""The gender that a role noun tells."""

SURNAMES_TOO = words(
    """
    West North Hill Church Lake Park Hall Bank Day Post Castle Temple Field Justice Sea Young Bridge Law
    Street Parks Lodge Guild Parish Fair Mills Bay Forest Banks House Garden Gardens Rivers Pool
    Brothers Standard Court Towns Green Mall Gill Grill Power Power Moody Sun Globe Sharp English French
    Holland
    """
)
"""Words of bodies and places that people are called by as well."""

BREAKS = words(
    """
    The A An He She It They We I You This That These Those In On At But And When While After Before If
    His Her Their Our My Your Its There Then Since For With No Yes Not Nor Or So Yet Who Why How Where
    Which Whose What Although Though Because By From To Into During Until Unless Despite Under Over
    Between Among About Against As Is Are Was Were Has Have Had Do Does Did Be Being Been Would Could
    Should Can Might Must Says Said Tells Told Asks Asked Added Calls Called Wins Won Loses Gets Got
    Makes Made Takes Took Puts Put Slams Blasts Rips Vows Backs Hits Faces Urges Warns Denies Admits
    Claims Endorses Attacks Defends Seeks Wants Gives Gave Picks Names Meets Met Sees Plans Leads Joins
    Quits Dies Just Still Now Also Even Only Than Amid Via Against Us Him Them Me Releasing Playing
    Featured Sounds Receives Caught Auctioning Suffered Scores Sides Pins Burns Support Endorse Like
    Conflates Up Off Out Down Versus Vs Vs. More Less Too Very Every Each All Any Some Both Neither
    Either
    """
)
"""Capitalised words that stand in no person's name: a headline's, or a sentence's first."""
