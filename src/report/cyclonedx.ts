import type { Component, OrganizationalEntity, PropertyRepository, Service } from '@cyclonedx/cyclonedx-library/Models'
import type { Audit } from '../model/audit.ts'
import type { Dossier, LicenceClaim } from '../model/dossier.ts'
import { fileOfEvidence, type Evidence } from '../model/evidence.ts'
import { inPieces } from '../model/pieces.ts'
import type { Reporter } from '../model/ports.ts'

/**
 * A CycloneDX 1.6 BOM of the components and services of the SBOMs, with what the audit concludes as properties in our
 * namespace `eigenstand:`; unknown is left out. Lines of procurement lists are no components: only their number is said.
 * No serial number and no timestamp, and the order of the audit: the library sorts by the locale of the machine.
 */
export const cyclonedx: Reporter = {
  id: 'cyclonedx',
  extension: 'cdx.json',
  async render(audit) {
    return inPieces(texts(audit, await load()))
  },
}

/** Loaded only when a BOM is written. */
async function load() {
  const [models, serialize, spec, spdx, enums, types] = await Promise.all([
    import('@cyclonedx/cyclonedx-library/Models'),
    import('@cyclonedx/cyclonedx-library/Serialize'),
    import('@cyclonedx/cyclonedx-library/Spec'),
    import('@cyclonedx/cyclonedx-library/SPDX'),
    import('@cyclonedx/cyclonedx-library/Enums'),
    import('@cyclonedx/cyclonedx-library/Types'),
  ])
  const normalizers = new serialize.JSON.Normalize.Factory(spec.SpecVersionDict['1.6']!)
  return { models, spdx, enums, types, normalizers }
}
type Library = Awaited<ReturnType<typeof load>>

function* texts(audit: Audit, library: Library): Generator<string, void, undefined> {
  const written = audit.items.filter((item) => item.line !== true)
  const refs = bomRefs(written)
  const roots = written.filter((item) => item.relation === 'root' && item.kind !== 'service')
  const root = roots.length === 1 ? roots[0] : undefined
  yield '{\n'
  for (const [key, value] of Object.entries(head(audit, library, root && component(root, audit, library, refs.get(root)!)))) {
    yield `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`
  }
  const components = written.filter((item) => item.kind !== 'service' && item !== root)
  yield* list('components', components, (item) => component(item, audit, library, refs.get(item)!))
  yield ',\n'
  const services = written.filter((item) => item.kind === 'service')
  yield* list('services', services, (item) => service(item, audit, library, refs.get(item)!))
  yield '\n}\n'
}

function* list(key: string, items: readonly Dossier[], write: (item: Dossier) => unknown): Generator<string, void, undefined> {
  yield `  ${JSON.stringify(key)}: [`
  for (const [n, item] of items.entries()) yield `${n === 0 ? '' : ','}\n    ${JSON.stringify(write(item))}`
  yield items.length === 0 ? ']' : '\n  ]'
}

/** Everything before the components. The library would add a graph in which nothing depends on anything; the audit does not know that. */
function head(audit: Audit, { models, enums, normalizers }: Library, root: object | undefined): Record<string, unknown> {
  const metadata = new models.Metadata()
  metadata.tools.components.add(
    new models.Component(enums.ComponentType.Application, audit.tool.name, { version: audit.tool.version, bomRef: 'eigenstand:tool' }),
  )
  const lines = audit.items.filter((item) => item.line === true).length
  metadata.properties = properties(models, [
    ['project', audit.project.id],
    ['authority', audit.project.authority],
    ['asOf', audit.asOf],
    ['rules', audit.rules.set],
    ['rules:sha256', audit.rules.sha256],
    ['level:best', audit.level?.best],
    ['level:worst', audit.level?.worst],
    ['level:provisional', audit.level?.provisional],
    ['procurementLinesLeftOut', lines === 0 ? undefined : lines],
  ])
  const bom = normalizers.makeForBom().normalize(new models.Bom({ metadata }), {})
  const project = new models.Component(enums.ComponentType.Application, audit.project.name, { bomRef: 'eigenstand:project' })
  const about = root ?? normalizers.makeForComponent().normalize(project, {})
  return known({ ...bom, metadata: { ...bom.metadata, component: about }, components: undefined, dependencies: undefined })
}

function component(item: Dossier, audit: Audit, library: Library, bomRef: string): object {
  const { models, types, normalizers } = library
  const { said } = item
  const model = new models.Component(componentType(item, library), item.name, {
    bomRef,
    ...known({ version: item.version, purl: item.purl }),
  })
  Object.assign(model, known({ group: said.group, publisher: said.publisher, author: said.author, description: said.description }))
  Object.assign(model, known({ supplier: party(models, said.supplier), cpe: types.isCPE(item.cpe) ? item.cpe : undefined }))
  const more = types.isCPE(item.cpe) ? undefined : item.cpe
  model.properties = properties(models, [['cpe', more], ...conclusions(item, audit)])
  addLicence(model, item.licence, library)
  const written = normalizers.makeForComponent().normalize(model, {})
  // the library knows no manufacturer of a component
  return { ...written, ...known({ manufacturer: said.manufacturer && { name: said.manufacturer } }) }
}

function service(item: Dossier, audit: Audit, library: Library, bomRef: string): object {
  const { models, normalizers } = library
  const { said } = item
  const model = new models.Service(item.name, {
    bomRef,
    ...known({ version: item.version, group: said.group, description: said.description }),
  })
  Object.assign(model, known({ provider: party(models, said.provider ?? said.supplier) }))
  model.properties = properties(models, conclusions(item, audit))
  addLicence(model, item.licence, library)
  return normalizers.makeForService().normalize(model, {})
}

const party = (models: Library['models'], name: string | undefined): OrganizationalEntity | undefined =>
  name === undefined ? undefined : new models.OrganizationalEntity({ name })

/** The type as stated, else what the format prescribes for the unknown. */
function componentType({ said, kind }: Dossier, { enums }: Library): Component['type'] {
  const stated = Object.values(enums.ComponentType).find((type) => type === said.type)
  return stated ?? (kind === 'hardware' ? enums.ComponentType.Device : enums.ComponentType.Library)
}

/** What we read, marked as concluded; what could not be read, as it was said. */
function addLicence(model: Component | Service, { expression, said }: LicenceClaim, { models, spdx, enums }: Library): void {
  const { Concluded, Declared } = enums.LicenseAcknowledgement
  if (expression !== undefined && spdx.isSupportedSpdxId(expression)) {
    model.licenses.add(new models.SpdxLicense(expression, { acknowledgement: Concluded }))
  } else if (expression !== undefined) {
    const compound = new models.LicenseExpression(expression)
    compound.acknowledgement = Concluded
    model.licenses.add(compound)
  } else if (said !== undefined) {
    model.licenses.add(new models.NamedLicense(said, { acknowledgement: Declared }))
  }
}

type Fact = readonly [name: string, value: string | number | boolean | undefined]

/** What the audit concludes about an item, unknown values included; `properties` leaves those out. */
function conclusions(item: Dossier, audit: Audit): Fact[] {
  const { maker, controller, licence, layer, binding, product } = item
  return [
    ['id', item.id],
    ['source', audit.sources[item.source]?.path],
    ['at', item.seenAt[0]?.at],
    ['relation', unless('unknown', item.relation)],
    ['counted', item.counted ? undefined : false],
    ['product', product?.name],
    ['maker', maker?.name],
    ['maker:id', maker?.id],
    ['maker:confidence', maker?.confidence],
    ['control', unless('unknown', item.control)],
    ['controller', controller?.name],
    ['controller:id', controller?.id],
    ['controller:country', controller?.country],
    ['tier', controller?.tier],
    ['reseller', item.reseller?.name],
    ['governance', unless('unknown', item.governance)],
    ['family', unless('unknown', licence.family)],
    ['openness', unless('unknown', licence.openness)],
    ['licence:confidence', licence.openness === 'unknown' ? undefined : licence.confidence],
    ['structuralClass', unless('?', item.structuralClass)],
    ['layer', layer?.id],
    ['boundService', binding?.service],
    ['boundService:portable', binding?.portable],
    ['critical', item.critical ? true : undefined],
    ...evidence('product', product?.evidence, audit),
    ...evidence('maker', maker?.evidence, audit),
    ...evidence('licence', licence.evidence, audit),
  ]
}

const evidence = (of: string, seen: readonly Evidence[] | undefined, audit: Audit): Fact[] =>
  (seen ?? []).map((one) => ['evidence', `${of}: ${fileOfEvidence(one, audit.sources)} ${one.at}: ${one.says}`])

const unless = (unknown: string, value: string): string | undefined => (value === unknown ? undefined : value)

function properties(models: Library['models'], facts: readonly Fact[]): PropertyRepository {
  const all = facts.flatMap(([name, value]) => (value === undefined ? [] : [new models.Property(`eigenstand:${name}`, String(value))]))
  return new models.PropertyRepository(all)
}

/** The reference as stated; where two SBOMs use the same one, the later gets its source's number. */
function bomRefs(items: readonly Dossier[]): Map<Dossier, string> {
  const taken = new Set<string>(['eigenstand:project', 'eigenstand:tool'])
  return new Map(
    items.map((item) => {
      let ref = item.ref
      while (taken.has(ref)) ref = `${ref}@${item.source}`
      taken.add(ref)
      return [item, ref]
    }),
  )
}

/** Without the keys that have no value: the library's options are exact. */
function known<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as ReturnType<
    typeof known<T>
  >
}
