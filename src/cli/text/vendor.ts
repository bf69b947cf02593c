import type { BorneBrand, findVendors, VendorHit } from '../../search.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { speaker } from '../../report/words/say.ts'
import { goodsText } from './goods-words.ts'
import { cliWords } from './words.ts'

type Found = ReturnType<typeof findVendors>

/** `vendors find --json`. */
export function vendorDocument({ hits, suggestion }: Found, asOf: string): unknown {
  return {
    format: 'eigenstand/vendors/1',
    asOf,
    hits: hits.map(({ organisation: { id, name, kind, country, roles, sources, place }, product, by, matched, controller, brands, jointly, chain }) => ({
      id, name, kind, country, roles, ...(product && { product: { id: product.id, name: product.name } }), by, matched, controller, ...(brands.length > 0 && { brands }), ...(jointly.length > 0 && { jointly }), chain, sources, rule: `${place.file}:${place.line}`,
    })), // prettier-ignore
    ...(suggestion !== undefined && { suggestion }),
  }
}

/** One block for each hit: who it is, by what it was found, who stands above it since when, on what source. */
export function vendorText({ hits, suggestion }: Found, language: Language): string {
  const words = cliWords(language).vendors
  if (hits.length === 0) return suggestion === undefined ? words.none : `${words.none} ${words.suggestion} ${suggestion}?`
  return hits.map((hit) => block(hit, language)).join('\n\n')
}

function block({ organisation, product, by, matched, controller, brands, jointly, chain }: VendorHit, language: Language): string {
  const words = cliWords(language).vendors
  const { term } = speaker(language)
  const f = formats(language)
  const links = chain.map(
    ({ name, from, source }) =>
      `  ${words.controlled} ${name}${from === undefined ? '' : ` ${words.since} ${f.day(from)}`} (${source.what}, ${f.day(source.date)})`,
  )
  const seat = organisation.country === undefined ? [] : [`${words.seat} ${organisation.country}`]
  const tier = controller === undefined || controller.tier === 'none' ? [] : [`${words.tier} ${controller.tier}`]
  return [
    `${product === undefined ? organisation.name : `${product.name} – ${organisation.name}`} (${organisation.id})`,
    `  ${words.by} ${words.how[by] ?? by}: ${matched}`,
    `  ${[term('kind', organisation.kind), ...seat, ...tier].join(', ')}`,
    ...brands.map((brand) => `  ${brandText(brand, language)}`),
    ...links,
    ...(jointly.length === 0 ? [] : [`  ${words.held} ${jointly.join(', ')}`]),
    ...organisation.sources.slice(0, 2).map(({ what, date }) => `  ${words.source}: ${what} (${f.day(date)})`),
    `  ${words.entry}: ${organisation.place.file}:${organisation.place.line}`,
  ].join('\n')
}

/** `verkauft unter dem Namen Bosch: Hausgeräte (household) seit 2015 (Quelle, Tag)` */
function brandText({ name, goods, from, source }: BorneBrand, language: Language): string {
  const words = cliWords(language).vendors
  const f = formats(language)
  const since = from === undefined ? '' : ` ${words.since} ${f.day(from)}`
  return `${words.brand} ${name}: ${goodsText(goods, language)}${since} (${source.what}, ${f.day(source.date)})`
}
