import type { Language } from '../model/words.ts'
import { formats } from '../report/format.ts'
import { speaker } from '../report/words/say.ts'
import type { Span, VendorHistory } from '../vendor-history.ts'
import { goodsText } from './text/goods-words.ts'
import { cliWords } from './text/words.ts'

/** The history for people: what holds on the day is marked. */
export function vendorHistoryText(history: VendorHistory, language: Language): string {
  const words = cliWords(language).vendors
  const { term } = speaker(language)
  const { day } = formats(language)
  const span = ({ from, until, holds: now, source }: Span) =>
    `${from === undefined ? '…' : shown(from, day)} – ${until === undefined ? '…' : shown(until, day)}${now ? ` (${words.onTheDay})` : ''} [${source.what}, ${day(source.date)}]`
  const seat = history.country === undefined ? [] : [`${words.seat} ${history.country}`]
  const { controller } = history
  const above =
    controller === undefined
      ? words.nobody
      : `${controller.name} (${controller.id})${controller.tier === 'none' ? '' : `, ${words.tier} ${controller.tier}`}`
  return [
    `${history.name} (${history.id})`,
    `  ${[term('kind', history.kind), ...seat].join(', ')}`,
    `  ${words.onDay(day(history.asOf))} ${above}`,
    ...history.owners.map(
      (link) => `  ${link.control === undefined ? words.owner : words.jointly} ${link.name} (${link.owner}): ${span(link)}`,
    ),
    ...history.tiers.map((finding) => `  ${words.tier} ${finding.tier}, ${finding.because}: ${span(finding)}`),
    ...history.brands.map((brand) => `  ${words.brand} ${brand.names.join(', ')}: ${goodsText(brand.goods, language)}, ${span(brand)}`),
    `  ${words.products}: ${history.products}`,
    ...(history.names.length === 0 ? [] : [`  ${words.names}: ${history.names.join(', ')}`]),
    `  ${words.entry}: ${history.rule}`,
  ].join('\n')
}

/** The register gives some days as a month or a year alone. */
function shown(date: string, day: (iso: string) => string): string {
  return date.length === 10 ? day(date) : date
}
