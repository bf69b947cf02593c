/** A tool as `metadata` names it: with its vendor up to CycloneDX 1.4, with its group as a component since. */
export interface RawTool {
  readonly group?: string | undefined
  readonly vendor?: string | undefined
  readonly name?: string | undefined
  readonly version?: string | undefined
}

/** Names that say nothing alone. */
const GENERIC = /^(?:cli|core|plugin|tool|generator)$/i
/** Of several tools the one that is called so made the document; the others are what it asked. */
const MAKES_SBOMS = /^(?!.*library).*(?:cyclonedx|bom|spdx)/i

/** What made a document, from the tools that it names. */
export class Generator {
  text: string | undefined
  private isSure = false

  take({ group, vendor, name, version }: RawTool): void {
    const house = group || vendor || ''
    const isSure = MAKES_SBOMS.test(`${house}/${name}`)
    if (!name || (this.text !== undefined && (this.isSure || !isSure))) return
    const full = house.startsWith('@') ? `${house}/${name}` : house !== '' && GENERIC.test(name) ? `${house} ${name}` : name
    this.isSure = isSure
    this.text = version === undefined ? full : `${full} ${version}`
  }
}
