"""Registers of many shapes, invented, each with what its columns mean and how its first row reads."""

# ruff: noqa: E501 - the lines of a table stand as they are

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Shape:
    """A small register as text. `fields` are the columns that must be found, `absent` fields that must not
    be; `first` is what the first row says."""

    name: str
    text: str
    fields: dict[str, tuple[str, ...]]
    first: dict[str, object]
    absent: tuple[str, ...] = ()
    order: str | None = None
    extra: dict[str, str] = field(default_factory=dict)


SHAPES = (
    Shape(
        "gate log, last and first name",
        "NAMELAST,NAMEFIRST,NAMEMID,UIN,TOA,APPT_MADE_DATE,APPT_START_DATE,APPT_END_DATE,APPT_CANCEL_DATE,"
        "Total_People,visitee_namelast,visitee_namefirst,MEETING_LOC,Description,RELEASE_DATE\n"
        "GRANT,ANNA,M,U10001,,11/30/2015 10:00,12/14/2015 9:00,12/14/2015 23:59,,4,STOLL,PAUL,ANNEX,"
        "Harbour talks,3/31/2016\n"
        "HALE,BORIS,,U10002,,11/30/2015 10:05,12/15/2015 11:30,12/15/2015 23:59,,1,STOLL,PAUL,ANNEX,,3/31/2016\n",
        {
            "when": ("APPT_START_DATE",),
            "who-first": ("NAMEFIRST",),
            "who-last": ("NAMELAST",),
            "who-middle": ("NAMEMID",),
            "with-last": ("visitee_namelast",),
            "with-first": ("visitee_namefirst",),
            "where": ("MEETING_LOC",),
            "title": ("Description",),
            "id": ("UIN",),
        },
        {
            "when": "2015-12-14T09:00",
            "who": ("ANNA M GRANT",),
            "with_": ("PAUL STOLL",),
            "title": "Harbour talks",
            "place": "ANNEX",
            "id": "U10001",
        },
        order="mdy",
    ),
    Shape(
        "minister's quarterly return",
        "Minister,Date,Name of organisation or individual,Purpose of meeting\n"
        "Dame Ida Vogel,3 March 2021,Northern Ports Association,To discuss freeports\n"
        "Dame Ida Vogel,April 2021,Tidewater plc,Introductory meeting\n",
        {
            "with": ("Minister",),
            "when": ("Date",),
            "organisation": ("Name of organisation or individual",),
            "title": ("Purpose of meeting",),
        },
        {
            "when": "2021-03-03",
            "with_": ("Dame Ida Vogel",),
            "organisation": "Northern Ports Association",
            "title": "To discuss freeports",
        },
    ),
    Shape(
        "permanent secretary's return, with a title above",
        "Department of Harbours: meetings with external organisations,,\n"
        "Permanent Secretary,Date of meeting,Person or organisation that meeting was with,Purpose of meeting\n"
        "Sir Paul Stoll,2021-03-03,Tidewater plc,Freight\n"
        "Sir Paul Stoll,2021-03-09,Nil return,\n",
        {
            "with": ("Permanent Secretary",),
            "when": ("Date of meeting",),
            "organisation": ("Person or organisation that meeting was with",),
            "title": ("Purpose of meeting",),
        },
        {"when": "2021-03-03", "with_": ("Sir Paul Stoll",), "organisation": "Tidewater plc"},
    ),
    Shape(
        "commissioners' meetings with interest representatives",
        "Date,Location,Name of cabinet/DG,Commissioner/Cabinet member,Organisation(s) met,Subject(s)\n"
        "13/04/2021,Brussels,Cabinet of Ida Vogel,Ida Vogel,Ports of Europe,Maritime levy\n"
        "03/05/2021,Online,Cabinet of Ida Vogel,Ida Vogel,Rail Alliance,Gauge\n",
        {
            "when": ("Date",),
            "where": ("Location",),
            "with": ("Commissioner/Cabinet member",),
            "organisation": ("Organisation(s) met",),
            "title": ("Subject(s)",),
        },
        {"when": "2021-04-13", "place": "Brussels", "title": "Maritime levy"},
        absent=("who",),
        order="dmy",
    ),
    Shape(
        "members' transparency list, semicolons",
        "Host;Date of meeting;Place;Entity/ies met;Subject\n"
        "Ida Vogel;2021-04-13;Strasbourg;Ports of Europe;Levy\n"
        "Ida Vogel;2021-05-03;Strasbourg;Rail Alliance;Gauge\n",
        {
            "with": ("Host",),
            "when": ("Date of meeting",),
            "where": ("Place",),
            "organisation": ("Entity/ies met",),
            "title": ("Subject",),
        },
        {"when": "2021-04-13", "with_": ("Ida Vogel",)},
    ),
    Shape(
        "court calendar",
        "Case No.,Case Name,Date,Time,Judge,Courtroom,Hearing Type\n"
        '1:21-cv-101,Grant v. Hale,4/13/2021,9:30 AM,"Vogel, Ida",4B,Status conference\n'
        '1:21-cv-101,Grant v. Hale,4/14/2021,2 p.m.,"Vogel, Ida",4B,Motion\n',
        {
            "when": ("Date",),
            "time": ("Time",),
            "title": ("Case Name",),
            "with": ("Judge",),
            "where": ("Courtroom",),
        },
        {"when": "2021-04-13T09:30", "title": "Grant v. Hale", "with_": ("Ida Vogel",), "place": "4B"},
        absent=("id",),
        order="mdy",
    ),
    Shape(
        "hearing docket",
        "Docket Number,Style of Case,Hearing Date/Time,Judge,Proceeding,Location\n"
        "21-1,State v. Hale,2021-04-13 09:30,I. Vogel,Arraignment,4B\n"
        "21-2,State v. Grant,2021-04-13 10:30,I. Vogel,Plea,4B\n",
        {"id": ("Docket Number",), "when": ("Hearing Date/Time",), "where": ("Location",)},
        {"when": "2021-04-13T09:30", "id": "21-1"},
    ),
    Shape(
        "desk calendar as a mail program exports it",
        "Subject,Start Date,Start Time,End Date,End Time,All day event,Meeting Organizer,Required Attendees,"
        "Location,Description\n"
        "Budget,4/13/2021,9:30:00 AM,4/13/2021,10:30:00 AM,False,Ida Vogel,Anna Grant;Boris Hale,Room 5,Weekly\n"
        "Fair,4/14/2021,,4/16/2021,,True,Ida Vogel,,Hall,\n",
        {
            "title": ("Subject",),
            "when": ("Start Date",),
            "time": ("Start Time",),
            "end": ("End Date",),
            "end-time": ("End Time",),
            "who": ("Required Attendees",),
            "where": ("Location",),
        },
        {
            "when": "2021-04-13T09:30",
            "end": "2021-04-13T10:30",
            "who": ("Anna Grant", "Boris Hale"),
            "title": "Budget",
        },
        order="mdy",
    ),
    Shape(
        "lobbyists' communication reports",
        "Communication ID,Client Name,Registrant Name,Communication Date,DPOH Name,Institution,Subject Matters\n"
        "501,Tidewater Ltd,Anna Grant,2021-03-04,Paul Stoll,Transport,Shipping\n"
        "502,Tidewater Ltd,Anna Grant,2021-03-05,Paul Stoll,Transport,Shipping\n",
        {
            "id": ("Communication ID",),
            "organisation": ("Client Name",),
            "who": ("Registrant Name",),
            "when": ("Communication Date",),
            "with": ("DPOH Name",),
            "title": ("Subject Matters",),
        },
        {"when": "2021-03-04", "who": ("Anna Grant",), "with_": ("Paul Stoll",), "id": "501"},
    ),
    Shape(
        "minister's diary with times between dashes",
        "Date,Scheduled Time,Meeting,Location,With,Portfolio\n"
        "3 March 2021,09:00 - 10:00,Weekly briefing,Parliament,Officials,Transport\n"
        "4 March 2021,All day,Regional visit,Westport,,Transport\n",
        {
            "when": ("Date",),
            "time": ("Scheduled Time",),
            "title": ("Meeting",),
            "where": ("Location",),
            "with": ("With",),
        },
        {"when": "2021-03-03T09:00", "end": "2021-03-03T10:00", "title": "Weekly briefing"},
    ),
    Shape(
        "reception desk",
        "Date,Time In,Time Out,Visitor Name,Company,To See,Badge No.\n"
        '2021-03-04,10:00,11:15,"Grant, Anna",Tidewater,"Stoll, Paul",44\n'
        '2021-03-04,10:30,11:00,"Hale, Boris",Rail Co,"Stoll, Paul",44\n',
        {
            "when": ("Date",),
            "time": ("Time In",),
            "end-time": ("Time Out",),
            "who": ("Visitor Name",),
            "organisation": ("Company",),
            "with": ("To See",),
        },
        {
            "when": "2021-03-04T10:00",
            "end": "2021-03-04T11:15",
            "who": ("Anna Grant",),
            "with_": ("Paul Stoll",),
            "title": "Anna Grant (Tidewater) with Paul Stoll",
        },
        absent=("id", "title"),
    ),
    Shape(
        "telephone log",
        "Call Date,Time,Caller,Person Called,Duration,Notes\n"
        "2001-03-04,10:05,Anna Grant,Paul Stoll,5,left message\n"
        "2001-03-04,10:25,Boris Hale,Paul Stoll,2,\n",
        {"when": ("Call Date",), "time": ("Time",), "who": ("Caller",), "with": ("Person Called",)},
        {
            "when": "2001-03-04T10:05",
            "who": ("Anna Grant",),
            "with_": ("Paul Stoll",),
            "note": "left message",
        },
    ),
    Shape(
        "passengers",
        "Date,From,To,Passenger First Name,Passenger Last Name,Aircraft\n"
        "2001-03-04,Westport,Eastham,Anna,Grant,N101\n"
        "2001-03-05,Eastham,Westport,Boris,Hale,N101\n",
        {"when": ("Date",), "who-first": ("Passenger First Name",), "who-last": ("Passenger Last Name",)},
        {"when": "2001-03-04", "who": ("Anna Grant",)},
        absent=("time", "end-time", "end"),
    ),
    Shape(
        "date in three columns",
        "Year,Month,Day,Visitor Name,Host,Purpose of Visit\n"
        "2021,3,4,Anna Grant,Paul Stoll,Tour of the works\n"
        "2021,March,,Boris Hale,Paul Stoll,Tour of the works\n",
        {
            "year": ("Year",),
            "month": ("Month",),
            "day": ("Day",),
            "who": ("Visitor Name",),
            "with": ("Host",),
        },
        {"when": "2021-03-04", "title": "Tour of the works"},
        absent=("when",),
    ),
    Shape(
        "chronology",
        "Date,Fact,Source,People,Issues\n"
        "2016-09-08,Grant met Stoll at the pier,Grant Dep. 45:12-46:3; ABC0001234,Anna Grant; Paul Stoll,contacts\n"
        "spring 2016,A call,Stoll Dep. 12:1-4,Paul Stoll,contacts\n",
        {"when": ("Date",), "title": ("Fact",), "cite": ("Source",), "who": ("People",)},
        {
            "when": "2016-09-08",
            "who": ("Anna Grant", "Paul Stoll"),
            "cite": "Grant Dep. 45:12-46:3; ABC0001234",
        },
    ),
    Shape(
        "German calendar, tabs",
        "Datum\tUhrzeit\tTeilnehmer\tThema\tOrt\n"
        "13.04.2021\t10:00 Uhr\tAnna Groß; Boris Hale\tHafen\tBerlin\n"
        "3. Mai 2021\t14 Uhr\tAnna Groß\tBahn\tBonn\n",
        {
            "when": ("Datum",),
            "time": ("Uhrzeit",),
            "who": ("Teilnehmer",),
            "title": ("Thema",),
            "where": ("Ort",),
        },
        {"when": "2021-04-13T10:00", "who": ("Anna Groß", "Boris Hale"), "place": "Berlin"},
        order="dmy",
    ),
    Shape(
        "French agenda",
        "Date,Heure,Nom,Objet,Organisme,Lieu\n"
        "3 mars 2021,14h30,Anne Grand,Ports,Ports réunis,Paris\n"
        "1er avril 2021,9h,Anne Grand,Rail,Rail uni,Lyon\n",
        {
            "when": ("Date",),
            "time": ("Heure",),
            "who": ("Nom",),
            "title": ("Objet",),
            "organisation": ("Organisme",),
            "where": ("Lieu",),
        },
        {"when": "2021-03-03T14:30", "who": ("Anne Grand",), "place": "Paris"},
    ),
    Shape(
        "without a header",
        "Calendar,4/13/21,Ida Vogel,Anna Grant,Talk on the harbour levy and the ports\n"
        "Logfile,5/2/21,Ida Vogel,Boris Hale,Introduction of the new board\n"
        "Logfile,5/3/21,Jo Park,Carla Stein,A visit to the works at Westport\n"
        "Logfile,5/4/21,Jo Park,Dirk Unger,Courtesy call before the session\n",
        {"when": ("B",), "title": ("E",)},
        {"when": "2021-04-13", "title": "Talk on the harbour levy and the ports"},
        order="mdy",
    ),
)
