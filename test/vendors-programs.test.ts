import { describe, expect, it } from 'vitest'
import { parsePurl } from '../src/model/purl.ts'
import { concluded, freshComponents } from './support/vendors.ts'

const [component] = freshComponents()

function ofProgram(name: string, given: Readonly<Record<string, unknown>> = {}) {
  const { purl: _, parsed: __, cpe: ___, ...item } = component!.item
  return concluded([{ ...component!, item: { ...item, id: name, ref: name, name, said: {}, ...given } }])[0]!
}
function ofGeneric(path: string) {
  const purl = `pkg:generic/${path}`
  const parsed = parsePurl(purl)!
  return ofProgram(parsed.name, { purl, parsed })
}

describe("a program whose name goes on after the product's", () => {
  it('is the product where its former maker published it', () => {
    expect(ofProgram('Documentum Foundation Classes Zusatz', { said: { publisher: 'EMC Corporation' } }).maker?.id).toBe('documentum')
    expect(ofProgram('Micro Focus Visual COBOL for Eclipse', { said: { publisher: 'Micro Focus' } }).maker?.id).toBe('rocket-software')
  })

  it("and anybody's where somebody else did, or nobody is named", () => {
    expect(ofProgram('Documentum Foundation Classes Zusatz', { said: { publisher: 'Firma ohne Namen GmbH' } }).maker).toBeUndefined()
    expect(ofProgram('Documentum Foundation Classes Zusatz').maker).toBeUndefined()
  })

  it('is the product where only the number of a part follows', () => {
    expect(ofProgram('WDC PC SN730 SDBQNTY-512G-1001').maker?.id).toBe('sandisk')
    expect(ofProgram('WDC PC SN730 Werkzeug').maker).toBeUndefined()
  })
})

describe('a program in an inventory, without a publisher', () => {
  it('is meant by the name of a house that is also that of its product', () => {
    expect(ofProgram('WeTransfer').maker).toMatchObject({ id: 'bending-spoons', confidence: 0.7 })
    expect(ofProgram('Evernote 10.98').maker?.id).toBe('bending-spoons')
  })

  it('is not meant by such a name written small, as packages are, or where it goes on', () => {
    expect(ofProgram('evernote').maker).toBeUndefined()
    expect(ofProgram('Evernote Exporter').maker).toBeUndefined()
  })

  it('may be followed by what it does', () => {
    expect(ofProgram('komoot - Wandern & Radfahren').maker).toMatchObject({ id: 'bending-spoons', confidence: 0.56 })
    expect(ofProgram('Evernote: Notizen & Aufgaben').maker?.id).toBe('bending-spoons')
  })

  it('is a driver of whom Windows names behind its own words, and the same in every version', () => {
    expect(ofProgram('Windows-Treiberpaket - Intel System (09/02/2013 9.4.0.1025)').maker).toMatchObject({ id: 'intel', confidence: 0.5 })
    expect(ofProgram('Windows Driver Package - Muster GmbH (x)').maker).toBeUndefined()
    expect(ofProgram('HWiNFO64 Version 7.50').maker?.id).toBe('realix')
  })

  it('is not meant where what follows makes it a part or a copy of something else', () => {
    for (const name of ['komoot - Exporter', 'MySQL - Backup', 'Jenkins: Git Plugin', 'Evernote - free alternative', 'komoot Wandern'])
      expect(ofProgram(name).maker, name).toBeUndefined()
  })
})

describe("a generic purl below a maker's name", () => {
  it('is of that maker, more surely where name and namespace are a product', () => {
    expect(ofGeneric('siemens/tia-portal@18').maker).toMatchObject({ id: 'siemens', confidence: 0.75 })
    expect(ofGeneric('oracle/xyz-tool').maker).toMatchObject({ id: 'oracle', confidence: 0.5 })
    expect(ofGeneric('rockwellautomation/factorytalk').maker?.id).toBe('rockwell')
  })

  it('is of the house to which the product was sold', () => {
    expect(ofGeneric('vmware/horizon-client').maker?.id).toBe('omnissa')
  })

  it('is of who makes the software that is known by its own name', () => {
    expect(ofGeneric('redhat/openssl').maker?.id).toBe('openssl')
  })

  it('is of nobody below a folder or a common word', () => {
    for (const path of ['assets/logo.svg', 'vendor/foo', 'box/app', 'snow/agent', 'third-party/sap/idoc'])
      expect(ofGeneric(path).maker, path).toBeUndefined()
  })
})
