import { describe, expect, it } from 'vitest'
import { concluded, freshComponents, labelledLines, shipped } from './support/vendors.ts'

const [line] = labelledLines()
const [component] = freshComponents()

const ofLine = (name: string, said: Readonly<Record<string, string>> = {}) =>
  concluded([{ ...line!, item: { ...line!.item, id: name, ref: name, name, said } }])[0]!
function ofComponent(name: string, given: Readonly<Record<string, unknown>> = {}) {
  const { purl: _, parsed: __, cpe: ___, ...item } = component!.item
  return concluded([{ ...component!, item: { ...item, id: name, ref: name, name, said: {}, ...given } }])[0]!
}

describe('an organisation', () => {
  it('says of no name of its own that it is somebody else', () => {
    const own = [...shipped.organisations.values()].filter(({ names, exactNames = [], notNames }) =>
      notNames.some((name) => names.includes(name) || exactNames.includes(name)),
    )
    expect(own.map(({ id }) => id)).toEqual([])
  })
})

describe('a name in a title', () => {
  it('is half sure at most where it is that of a software maker and nothing speaks of software', () => {
    expect(ofLine('Stempelkissen Trellix, 40 Stück').maker?.confidence).toBe(0.5)
    expect(ofLine('Trellix Lizenzen, 40 Stück').maker?.confidence).toBeGreaterThan(0.5)
  })

  it('is not hidden by a day of school that ends like training', () => {
    expect(ofLine('Pelikan K12 zur Einschulung').maker?.id).toBe('hamelin')
    expect(ofLine('Pelikan K12 für Einschulungen').maker?.id).toBe('hamelin')
    expect(ofLine('Schulung Pelikan K12').maker).toBeUndefined()
  })

  it('is sure of software that an inventory lists, and of a firm that is the whole title', () => {
    expect(
      concluded([{ ...line!, item: { ...line!.item, kind: 'software', name: 'Trellix Stempelkissen', said: {} } }])[0]!.maker?.confidence,
    ).toBe(0.75)
    expect(ofLine('SAP (UK) LTD').maker).toMatchObject({ id: 'sap', confidence: 0.75 })
  })

  it('of who makes nothing but goods is meant among goods, half sure without a code, and not among works', () => {
    expect(ofLine('Kommunaltraktor Fendt').maker).toMatchObject({ id: 'agco', confidence: 0.5 })
    expect(ofLine('Travaux de toiture gymnase Fendt').maker).toBeUndefined()
  })

  it('keeps its meaning where an office is named for which it is bought', () => {
    expect(ofLine('AutoCAD Mietlizensen Tiefbauamt').maker?.id).toBe('autodesk')
  })

  it('is not meant in a longer name of which it is known to be somebody else, an elided word, an address or the name of a school', () => {
    for (const title of [
      'Adeguamento sismico Istituto Leonardo da Vinci',
      "Festa dell'Amore",
      'Sanierung Carl-Bosch-Schule',
      'ai sensi dell`art 63',
      'LAVORI DI MANUTENZIONE DELL IMPIANTO ELEVATORE',
      "Manutenzione dell' ascensore",
      'Riparazione dell edificio scolastico',
      'Lieferung eines Systems',
      'noleggio senza autista',
      'Zuschuss der „VolkswagenStiftung“',
    ])
      expect(ofLine(title).maker, title).toBeUndefined()
    expect(
      ofLine('Spielplatz Nord', { description: 'Unterlagen: https://www.evergabe.de/x, Fragen an www.microsoft.com' }).maker,
    ).toBeUndefined()
  })

  it('that is Dell stays so in Italian', () => {
    for (const title of ['FORNITURA NOTEBOOK DELL LATITUDE PER UFFICI', 'FORNITURA PC DELL I5 PER UFFICI', 'Acquisto di monitor Dell'])
      expect(ofLine(title).maker?.id, title).toBe('dell')
  })

  it('is that of the supplier whose own name begins so', () => {
    expect(ofLine('Siemens Service 2026', { supplier: 'Siemens Healthineers AG' }).maker?.id).toBe('siemens-healthineers')
    expect(ofLine('Telekom Anschluss', { supplier: 'Telekom Slovenije, d.d.' }).maker?.id).toBe('telekom-slovenije')
    expect(ofLine('SAP Lizenzen', { supplier: 'SAP Deutschland SE & Co. KG' }).maker?.id).toBe('sap')
  })

  it('is nobody of computers in the care of lifts', () => {
    const lift = (name: string) =>
      concluded([{ ...line!, item: { ...line!.item, id: name, ref: name, name, cpv: ['50750000'], said: {} } }])[0]!
    expect(lift('Wartung der Anlagen, Dell').maker).toBeUndefined()
  })

  it('is not meant where its people are hired', () => {
    expect(ofLine('Inhuur SAP ontwikkelaar', { supplier: 'Capgemini Nederland B.V.' }).maker?.id).toBe('capgemini')
  })

  it('is half sure at most where goods of others bear it too, and their kind is not told', () => {
    expect(ofLine('Koffieautomaat Philips 5400').maker).toMatchObject({ id: 'philips', confidence: 0.5 })
    expect(ofLine('Regale', { manufacturer: 'Philips' }).maker).toMatchObject({ id: 'philips', confidence: 0.5 })
  })

  it('is half sure at most as the manufacturer where it is a common word and nothing speaks of software', () => {
    expect(ofLine('CLIP Fachbodenregale', { manufacturer: 'META' }).maker?.confidence).toBe(0.5)
    expect(ofLine('CLIP Software', { manufacturer: 'META' }).maker?.confidence).toBe(0.9)
  })

  it("is not meant where it is a part of the supplier's own", () => {
    expect(ofLine('ORACLE HOUSE SEP 26', { supplier: 'Oracle House Ltd' }).maker).toBeUndefined()
    expect(ofLine('ORACLE SUPPORT SEP 26', { supplier: 'Oracle House Ltd' }).maker?.id).toBe('oracle')
  })

  it('is not meant where it is spelled out behind it, small words or not', () => {
    expect(ofLine('Marché SAP (services à la personne)').maker).toBeUndefined()
    expect(ofLine('Betreuung durch SAP, Sozialpädagogische Ambulante Praxis').maker).toBeUndefined()
    expect(ofLine('Marché SAP (services de la plateforme)').maker?.id).toBe('sap')
  })

  it('is not meant where it is of former days, in whatever language', () => {
    for (const before of ['tidl.', 'ex', 'antes', 'anciennement', 'voorheen'])
      expect(ofLine(`RBC-support (${before} Thales)`).maker).toBeUndefined()
  })

  it('in parentheses gives way to a maker who supplies it and sells for nobody else', () => {
    expect(ofLine('Wartung medico KIS (Cerner)', { supplier: 'CGM Clinical Europe GmbH' }).controller?.id).toBe('compugroup')
  })

  it('in parentheses does not make the supplier the maker of what another makes', () => {
    const { controller } = ofLine('Reflection Desktop Pro (Attachmate)', { supplier: 'Micro Focus Deutschland GmbH' })
    expect(controller?.id).toBe('bain-capital')
  })

  it('in parentheses is half sure at most', () => {
    expect(ofLine('Mobilkran LTM 1050 (Liebherr)').maker).toMatchObject({ id: 'liebherr', confidence: 0.5 })
    expect(ofLine('Mobilkran Liebherr (LTM 1050)').maker?.confidence).toBeGreaterThan(0.5)
  })

  it('is half sure at most beside such a maker', () => {
    const { maker } = ofLine('Funkanlage Thales', { supplier: 'FUJIFILM Healthcare Deutschland GmbH' })
    expect(maker).toMatchObject({ id: 'thales', confidence: 0.5 })
  })

  it('means nobody among what is no information technology, in other languages too', () => {
    for (const title of ['Oracle nursing placement', 'Marché de nettoyage Oracle', 'Servicio de limpieza Oracle'])
      expect(ofLine(title).maker, title).toBeUndefined()
  })
})

describe('what a line only puts beside the thing bought', () => {
  it('is a system that is replaced, named by its kind, and nothing else in a title that ends with a replacement', () => {
    expect(ofLine('Ablösung des DMS Fabasoft, Lizenzen d.3ecm').maker?.id).toBe('d-velop')
    expect(ofLine('Beschaffung Proxmox VE Subscriptions im Rahmen der laufenden vSphere-Ablösung').maker?.id).toBe('proxmox')
    expect(ofLine('SAP BW Nachfolge').maker).toBeUndefined()
    expect(ofLine('Contract management', { description: 'Replaces the SAP Ariba portal.' }).maker).toBeUndefined()
  })

  it("is somebody's devices, and what a part suits", () => {
    expect(ofLine('Verwaltung für 900 Lehrerdienstgeräte (Apple iPad)').maker).toBeUndefined()
    expect(ofLine('Schutzhüllen, passend f. Apple iPad 11').maker).toBeUndefined()
    expect(ofLine('Netzteil FSP kompatibel Dell OptiPlex').maker?.id).not.toBe('dell')
  })

  it('is what stands about a maker in a clause about what is there', () => {
    const description = 'Virtuelle STARFACE-Anlage, Telefone Snom bereits vorhanden.'
    expect(ofLine('Telefonanlage', { description }).maker?.id).toBe('starface')
    expect(ofLine('Monitoring', { description: 'Zuschlag auf PRTG Enterprise Monitor.' }).maker?.id).toBe('paessler')
  })

  it('is the maker of a printer beside toner that another makes, in other languages too', () => {
    expect(ofLine('Zakup zamienników tonerów do drukarek HP LaserJet').maker).toBeUndefined()
  })

  it('is what stands in parentheses as replaced, before a colon, or in a list', () => {
    expect(ofLine('Azul Platform Core (Ersatz Oracle Java SE) 1.200 Desktops').maker?.id).toBe('azul')
    expect(ofLine('Ablösung Citrix: Parallels RAS 250 CCU').maker?.id).toBe('corel')
    expect(ofLine('Backup für Microsoft 365 + Entra ID').maker).toBeUndefined()
    expect(ofLine('Befragung mit Qualtrics (SAP), Campuslizenz').maker?.id).toBe('qualtrics')
  })

  it('is what a product is for, unless rights to both are bought', () => {
    expect(ofLine('Sicherungssoftware Veeam für VMware und Hyper-V').maker?.id).toBe('veeam')
    expect(ofLine('Oracle Linux Premier Support für Red Hat Systeme').maker?.id).toBe('oracle')
    expect(ofLine('Rahmenvertrag Bechtle für Microsoft-Lizenzen').maker?.id).toBe('microsoft')
  })

  it('is what people work on, licences or not', () => {
    expect(ofLine('Einführungsprojekt ServiceNow (DL ohne Lizenz)', { supplier: 'Accenture GmbH' }).maker?.id).toBe('accenture')
    expect(ofLine('ServiceNow Lizenzen inkl. Einführung', { supplier: 'Accenture GmbH' }).maker?.id).toBe('servicenow')
    expect(ofLine('Системна интеграция Microsoft Azure').maker).toBeUndefined()
  })

  it('is what goes, what an advertisement is about, and what an alternative is one to', () => {
    for (const title of ['Entsorgung von 300 Dell-Monitoren', 'Stellenanzeige „Microsoft 365 Administrator“', 'Azure-blaue Wandfarbe'])
      expect(ofLine(title).maker, title).toBeUndefined()
    expect(ofLine('VMware-Alternative Proxmox: Subskription 8 CPU').maker?.id).toBe('proxmox')
  })

  it('is the program that somebody runs, half sure where nobody says who', () => {
    expect(ofLine('Moodle-Hosting + Plugin-Pflege').maker).toMatchObject({ id: 'moodle', confidence: 0.5 })
    expect(ofLine('Infogérance serveurs Oracle', { supplier: 'Société Locale SARL' }).maker).toBeUndefined()
    expect(ofLine('Support & Weiterbildung Oracle-Datenbanken, 800 Std.', { supplier: 'Accenture GmbH' }).maker?.id).toBe('accenture')
  })

  it('is what is built into a computer, but not a computer of the same maker', () => {
    expect(ofLine('GPU-Server mit vier NVIDIA H100', { supplier: 'MEGWARE Computer Vertrieb und Service GmbH' }).maker?.id).toBe('megware')
    expect(ofLine('Server NVIDIA DGX H100').maker?.id).toBe('nvidia')
  })

  it('may be an office of that name', () => {
    expect(ofLine('AWS Stuttgart: Server und Software').maker?.confidence).toBe(0.5)
  })
})

describe('a list that says no more than who was paid', () => {
  const paid = (name: string) => ofLine(name, { supplier: name }).maker
  it('names a firm by what its name begins with, no product and no person', () => {
    expect(paid('Epson Deutschland GmbH')?.id).toBe('epson')
    for (const name of ['Azure', 'Petra Epson', 'Mrs P Baxter', 'Herr Adobe', 'Karl O Jenkins', 'Pay Point Mobile'])
      expect(paid(name), name).toBeUndefined()
  })

  it('names a firm of some letters and a legal form of another country half sure', () => {
    expect(paid('Aws Ltd')?.confidence).toBe(0.5)
    expect(paid('SAP (UK) LTD')?.confidence).toBe(0.75)
  })
})

describe('a list of packages', () => {
  const listed = (name: string, more: object = {}) =>
    concluded([
      { ...line!, item: { ...line!.item, kind: 'software' as const, id: name, ref: name, name, version: '1', said: {}, ...more } },
    ])[0]!
  const licensed = { said: { licences: [{ text: 'MIT', as: 'name' as const }] } }

  it('is read as packages are: by who owns the name, never by what it is for', () => {
    expect(listed('github.com/pkg/errors').control).toBe('none')
    expect(listed('@azure/identity').maker).toMatchObject({ id: 'microsoft', confidence: 0.6 })
    for (const name of ['gitlab.com/somebody/thing', '@somebody/mongodb']) expect(listed(name).maker, name).toBeUndefined()
    for (const name of ['is-docker', 'github-from-package', 'oracle-format', 'sharp'])
      expect(listed(name, licensed).maker, name).toBeUndefined()
    expect(listed('Slack').maker?.id).toBe('slack')
  })

  it('is not described by what its programs are for', () => {
    expect(listed('Dashbird', { said: { description: 'AWS Lambda monitoring' } }).maker).toBeUndefined()
  })
})

describe('a supplier', () => {
  it('of a line or a network renders a service, which is no software', () => {
    for (const title of ['Telekommunikationsdienste Los 2', 'Internetanschluss Rathaus'])
      expect(ofLine(title, { supplier: 'Vodafone GmbH' }), title).toMatchObject({
        layer: { id: 'dienstleistung' },
        maker: { id: 'vodafone' },
      })
    expect(ofLine('Telefonanlage Cisco Unified Communications Manager, Lizenzen').layer?.id).not.toBe('dienstleistung')
  })

  it('is who it says it is, and not also whose', () => {
    expect(ofLine('Beratung Datenbanken', { supplier: 'Trivadis – Part of Accenture' }).controller?.id).toBe('accenture')
    expect(ofLine('PEC-Postfach', { supplier: 'Aruba S.p.A., Ponte San Pietro' }).maker?.id).toBe('aruba-it')
    expect(ofComponent('Steuergerät', { said: { manufacturer: 'Siemens Mobility (jetzt Yunex)' } }).maker?.id).toBe('yunex')
    expect(ofComponent('Transformer', { said: { supplier: 'con terra GmbH (Reseller)' } }).maker).toBeUndefined()
    expect(ofLine('Kartenleser', { manufacturer: 'ELATEC GmbH Puchheim' }).maker?.id).toBe('elatec')
  })

  it('is the firm whose house in a town it is', () => {
    expect(ofLine('Vor-Ort-Service', { supplier: 'Bechtle GmbH IT-Systemhaus Hannover' }).maker?.id).toBe('bechtle')
  })
})

describe('a line about a device or a program', () => {
  it('is not of who made what the description says is installed or built in', () => {
    const stock = { supplier: 'CANCOM GmbH' }
    for (const description of ['16 GB RAM, Win 11 Pro', 'mit Windows 11 Pro', 'Intel Core i5, 512 GB SSD'])
      expect(ofLine('14" Notebooks, 120 Stk. lt. LV', { ...stock, description }).maker, description).toBeUndefined()
    expect(ofLine('Notebooks', { ...stock, description: 'ThinkPad T14 Gen 5' }).maker?.id).toBe('lenovo')
    expect(ofLine('Lizenzen für Notebooks', { ...stock, description: 'Windows 11 Pro' }).maker?.id).toBe('microsoft')
  })

  it('is of the maker of what is bought to replace something', () => {
    expect(ofLine('MRT SIGNA Premier, Ersatzbeschaffung inkl. Umbau').maker?.id).toBe('gehealthcare')
  })

  it('is no operation where only the name of the program speaks of one', () => {
    const { maker, controller } = ofLine('Ticketsystem ManageEngine ServiceDesk Plus, 15 Techniker', { supplier: 'Systemhaus Beispiel AG' })
    expect([maker?.id, controller?.id]).toEqual(['manageengine', 'zoho'])
    expect(ofLine('Moodle-Hosting + Plugin-Pflege').maker?.confidence).toBe(0.5)
  })
})

describe('a component without a purl', () => {
  it('is of the maker whose name it begins with, half sure, where it is a device, its firmware or an API', () => {
    for (const [name, given] of [
      ['KUKA KR 10 R1100', { kind: 'hardware' }],
      ['KUKA System Software 8.7', {}],
      ['KUKA drive controller firmware 1.4', {}],
      ['KUKA Transactions API', { kind: 'service' }],
    ] as const)
      expect(ofComponent(name, given).maker?.confidence, name).toBe(0.5)
  })

  it('is of who owns its maker today, beside the former owner or a product that was sold', () => {
    expect(ofComponent('webMethods Integration Server', { said: { supplier: 'Software AG Darmstadt' } }).controller?.id).toBe('ibm')
    expect(ofComponent('IBM Notes Client (deutsch)', { said: { supplier: 'IBM / Lotus' } }).controller?.id).toBe('hcltech')
    // on the product stands the name without its legal form
    expect(ofComponent('Honeywell Round', { kind: 'hardware', said: { manufacturer: 'Honeywell GmbH' } }).maker?.id).toBe('resideo')
  })

  it('is not of a distribution’s package that is called by an ordinary word', () => {
    for (const name of ['init', 'tree', 'server', 'fuse']) expect(ofComponent(name, {}).maker, name).toBeUndefined()
    expect(ofComponent('zlib', {}).control).toBe('none')
  })

  it('is nobody’s where its name is one kept for examples, whoever is named beside it', () => {
    for (const group of ['com.example', 'org.example.demo', 'example.com'])
      expect(ofComponent('demo', { said: { group, publisher: 'VMware, Inc.' } }).maker, group).toBeUndefined()
    expect(ofComponent('demo', { said: { group: 'com.examples', publisher: 'VMware, Inc.' } }).maker?.id).toBe('vmware')
  })

  it('is of whose goods bear the brand, where it is a device and its words say what kind', () => {
    const device = (name: string, manufacturer: string, description?: string) =>
      ofComponent(name, { kind: 'hardware', said: { manufacturer, ...(description !== undefined && { description }) } }).maker?.id
    expect(device('HP 2530-24G-PoE+ Switch J9773A', 'HP')).toBe('hpe')
    expect(device('XR20', 'Nokia', 'Smartphone TA-1362')).toBe('hmd')
    expect(device('Gigaset C475 IP', 'Siemens')).toBe('gigaset')
    expect(device('LaserJet Pro M404dn', 'HP')).toBe('hp')
  })

  it('is not known by a CPE that shares no word with its name', () => {
    const cpe = 'cpe:2.3:a:google:chrome:120.0.6099.129:*:*:*:*:*:*:*'
    expect(ofComponent('ungoogled-chromium', { cpe }).maker).toBeUndefined()
    expect(ofComponent('Chrome Browser', { cpe }).maker?.id).toBe('google')
    expect(ofComponent('DS-2CD2143G2-I', { kind: 'hardware', cpe: 'cpe:2.3:h:hikvision:ds-2cd2143g2-i:-' }).maker?.id).toBe('hikvision')
  })

  it('of a CPE gives way to a publisher that is called otherwise, though nobody knows it', () => {
    const cpe = 'cpe:2.3:a:sage:sagebrush:9.3:*:*:*:*:*:*:*'
    expect(ofComponent('Sagebrush 9.3', { cpe, said: { publisher: 'The Sagebrush Developers' } }).maker).toBeUndefined()
    expect(
      ofComponent('Sage 50', { cpe: 'cpe:2.3:a:sage:sage_50:31:*:*:*:*:*:*:*', said: { publisher: 'Sage Software Deutschland' } }).maker
        ?.id,
    ).toBe('sage')
  })

  it('is found by the path of an image that a scanner gave as name', () => {
    const said = { type: 'container' }
    expect(ofComponent('docker.elastic.co/elasticsearch/elasticsearch:8.15.1', { said }).maker?.id).toBe('elastic')
    expect(ofComponent('registry.example.org/elasticsearch/elasticsearch', { said }).maker).toBeUndefined()
  })

  it('is named by a maker and its product, and as a library by its whole name alone', () => {
    expect(ofComponent('Wind River VxWorks').controller?.id).toBe('aptiv')
    expect(ofComponent('Trimble Access', { said: { type: 'library' } }).maker?.id).toBe('trimble')
    expect(ofComponent('Trimble Access helper', { said: { type: 'library' } }).maker).toBeUndefined()
    expect(ofComponent('jabberd2', { cpe: 'cpe:2.3:a:cisco:jabber:2.7.0:*:*:*:*:*:*:*' }).maker).toBeUndefined()
  })

  it('is of nobody known where it is made for such a thing', () => {
    for (const name of ['KUKA mock API', 'KUKA client for KRC API', 'KUKA backup tool'])
      expect(ofComponent(name).maker, name).toBeUndefined()
  })
})

describe('what else names a maker', () => {
  it('is a product in the place of a party', () => {
    expect(ofComponent('sdp', { said: { supplier: 'Organization: QNX' } }).maker?.id).toBe('blackberry')
  })

  it('is where a purl says that the source lies', () => {
    const purl = 'pkg:generic/cmsis-pack@6.1.0?vcs_url=git%2Bhttps://github.com/ARM-software/CMSIS_6.git'
    expect(ofComponent('cmsis-pack', { purl }).maker?.by).toEqual(['repository'])
  })

  it('is no account that only packs images of others', () => {
    const purl = 'pkg:oci/nginx@sha256:00?repository_url=cgr.dev/chainguard'
    expect(ofComponent('nginx', { purl }).controller?.id).toBe('f5')
  })
})

describe('what everything else stands on', () => {
  const critical = (name: string) => ofLine(name, {}).critical

  it('is a platform, and not what it is used with', () => {
    expect(['SAP NetWeaver', 'MySQL'].map(critical)).toEqual([true, true])
    expect(['SAP GUI for Windows 8.00', 'MySQL Workbench 8.0 CE', 'Citrix Workspace 2311', 'Google Chrome'].map(critical)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('what is named in a line and not bought from its bearer', () => {
  const maker = (title: string, said: Readonly<Record<string, string>> = {}) => ofLine(title, said).maker?.id

  it('is what somebody disowns in another text, in plural too', () => {
    expect(maker('Norton Trennscheiben A30S', { manufacturer: 'Norton' })).not.toBe('norton')
    expect(maker('Checkpoint Sicherungsgates', { description: 'Gerät: Checkpoint Systems' })).toBe('ccl-industries')
    expect(maker('Norton Security Lizenzen', { manufacturer: 'Norton' })).toBe('norton')
  })

  it('is what a thing is put into, suits or runs on', () => {
    expect(maker('RAM-Aufrüstung Dell PowerEdge R750: 64GB')).toBeUndefined()
    expect(maker('Server Dell PowerEdge R750, 64 GB RAM')).toBe('dell')
    expect(maker('RJ45 Patchkabel', { description: 'für Cisco-Switches, Fabrikat beliebig' })).toBeUndefined()
    expect(maker('Sovereign Cloud powered by Google Cloud')).toBeUndefined()
    expect(maker('Tastaturhülle Logitech für Apple iPad', { manufacturer: 'Apple' })).not.toBe('apple')
  })

  it('but not what stands after „Sign-On“, and what comes with it is no work', () => {
    expect(maker('Single-Sign-On Imprivata OneSign, 2.200 Nutzer')).toBe('imprivata')
    expect(maker('NAC macmon Network Bundle 5.000 Nodes + Schulung Admins', { manufacturer: 'macmon secure' })).toBe('macmon')
  })
})

describe('who packs, and who sold the name', () => {
  it('makes nothing by that', () => {
    expect(ofLine('libssl3', { manufacturer: 'Ubuntu Developers <ubuntu-devel@lists.ubuntu.com>' }).maker?.id).not.toBe('canonical')
    expect(ofComponent('setup', { purl: 'pkg:generic/setup@1.0' }).maker).toBeUndefined()
    expect(ofComponent('Horizon Client 2412', { said: { publisher: 'Omnissa, LLC' }, cpe: 'cpe:2.3:a:vmware:horizon_client:2412' }).maker?.id).toBe('omnissa') // prettier-ignore
    const packing = [{ kind: 'vcs', url: 'https://github.com/bitnami/containers' }] as const
    expect(ofComponent('grafana', { purl: 'pkg:docker/bitnami/grafana@11', said: { links: packing } }).maker?.id).toBe('grafana')
    expect(ofComponent('Realtek Ethernet Driver', { said: { publisher: 'Realtek', supplier: 'Dell Inc.' } }).maker?.id).toBe('realtek')
  })

  it('nor by hosting the page of it', () => {
    for (const url of ['https://huggingface.co/dbmdz/bert', 'https://hub.docker.com/r/anybody/it', 'https://launchpad.net/it'])
      expect(ofComponent('it', { said: { links: [{ kind: 'website', url }] } }).maker, url).toBeUndefined()
  })

  it('while a program of the Windows store says its publisher', () => {
    const store = (name: string) => ofComponent(name, {}).maker?.id
    expect([
      store('CanonicalGroupLimited.Ubuntu22.04LTS'),
      store('NVIDIACorp.NVIDIAControlPanel'),
      store('FirmaOhneNamenGmbH.App'),
    ]).toEqual(['canonical', 'nvidia', undefined])
  })

  it('and an edition that is sold is not open by the licence of the free one', () => {
    const openness = (title: string) => ofLine(title).licence.openness
    expect([openness('Elastic Stack Enterprise'), openness('ONLYOFFICE Docs Enterprise')]).toEqual(['unknown', 'unknown'])
    expect([openness('Red Hat Enterprise Linux'), openness('Proxmox VE Enterprise Subscription')]).toEqual(['open', 'open'])
  })
})
