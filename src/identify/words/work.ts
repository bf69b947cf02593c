// Words by which people's work is bought.
import { wordList } from './word-list.ts'

/** German and English. */
export const isWorkWord = wordList({
  are: `interim prüfung analyse audit integration optimierung tuning inbetriebnahme agile sprint entwickler entwickeln experte experten
    programmierer projektleiter dozent trainer konfigurationen pilotierung freelancer expert
    consultancy consulting consultant consultants implementation implementations impl implmntn development developer developers design
    review assistance scoping initiation pilot architect architects engineer engineers contractor contractors course deployment
    redevelopment strategy sme dba analyst analysts tester testers configuration architecture setup implement ithc prototype prototyping
    commissioning onboarding mentoring advisory discovery remediation assessment assessments testing accessibility secondment repair repairs
    programmemanagement prince2 itil ipma`,
  begin: 'schulungs dienstleistungst beratungs seminar',
  end: `beratung beratungstage beratertage berater beratern schulung schulungen workshop workshops seminar seminare kurs kurse lehrgang
    lehrgänge fortbildung fortbildungen weiterbildung training trainings webinar webinare coaching moderation moderationen lektorat
    gutachten begutachtung studie untersuchung konzept konzeption entwicklung programmierung implementierung einführung migration
    migrationen rollout umstellung umsetzung einrichtung installation konfiguration parametrierung customizing customising
    customization customizations customisation customisations unterstützung betreuung administration begleitung projektleitung
    projektmanagement projektsteuerung folgenabschätzung
    penetrationstest penetrationstests lasttest lasttests barrierefreiheitstest barrierefreiheitstests usabilitytest usabilitytests
    sicherheitstest sicherheitstests abnahmetest abnahmetests auditierung zertifizierung vorbereitung dienstleistung dienstleistungen
    leistung leistungen dienstleistungskontingent stundenkontingent supportkontingent personentage personalgestellung
    arbeitnehmerüberlassung zeitarbeit leiharbeit sachbearbeitung evaluierung transformation digitalisierung umzug redesign relaunch
    systemintegration ausleuchtung webinarreihe webinarreihen seminarreihe seminarreihen workshopreihe workshopreihen vortragsreihe
    vortragsreihen schulungsreihe schulungsreihen vortrag vorträge reparatur reparaturen reparaturservice instandsetzung
    einführungsprojekt migrationsprojekt umsetzungsprojekt rolloutprojekt umstellungsprojekt tenantaufbau erstellung anpassung anpassungen`,
  except: `einschulung
    schulungsgerät schulungsanlage schulungsrechner schulungsnotebook schulungsraum schulungsräume schulungspc schulungssoftware
    schulungslizenz schulungsmodell schulungskoffer
    hauptleistung gesamtleistung teilleistung bauleistung lieferleistung rechenleistung versicherungsleistung sozialleistung geldleistung
    wartungsleistung pflegeleistung hostingleistung betriebsleistung cloudleistung rechenzentrumsleistung`,
})

/** Several words that mean work only together; a text of words. */
export const WORK_TOGETHER =
  /(?:^| )(?:(?:delivery|implementation|build|transformation) partner|outcomes based|statement of work|support services|support for|support to|professional services|technical services|(?:project|programme?)(?: (?:and|&|project|programme?))* (?:manage\p{L}*|director|planner|support|delivery|assurance|office)|project activities|(?:test|transition|delivery|service delivery) manager|(?:test|transition) management|test execution|manual test|business change|(?:technical|information) assurance|technical resource|agile software delivery|work package|user researchers?|professional fees|pen test|expenses|pmo|systems integration|health check|quality assurance|proof of concept|development services|support and development|level support|stunden kontingent|project initiat\p{L}*|project initat\p{L}*|agile delivery|vor ort (?:leistung\p{L}*|services?|einsatz|support)|personal ?tage|inhouse schulung|user research|service design|business analysis|scrum master|agency (?:staff|workers?)|interim manage\p{L}*)(?: |$)/u

/** Getting something: what is got is said by what follows. */
export const isGettingWord = wordList({
  are: 'erwerb bezug supply purchase bereitstellung',
  end: 'beschaffung lieferung kauf',
  except: 'verkauf',
})
