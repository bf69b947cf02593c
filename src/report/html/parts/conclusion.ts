import type { Dossier } from '../../../model/dossier.ts'
import type { Context } from '../context.ts'
import { rulePlaceText, sourceLine } from './place.ts'
import { clip } from '../safe.ts'
import { line, small, type Line } from '../table.ts'

/** Maker, controller with seat, and how sure we are. */
export function makerLines(context: Context, item: Dossier): readonly Line[] {
  const { say, term } = context
  const { maker } = item
  if (item.selfMade === true) return [line(say('maker.self')), small(say('maker.self.stated'))]
  if (maker === undefined) return [line(say('maker.unknown'))]
  const { text, href } = context.organisationLink(maker.id, maker.name)
  const sure = small(`${term('kind', maker.kind)}, ${say('confidence', { n: Math.floor(maker.confidence * 100) })}`)
  return [line(text, { href }), ...controllerLines(context, item), sure]
}

function controllerLines(context: Context, { maker, control, controller }: Dossier): readonly Line[] {
  const { say } = context
  if (control === 'unknown') return [small(say('control.unknown'))]
  if (controller === undefined || controller.id === maker?.id) return []
  const name = context.organisationLink(controller.id, controller.name).text
  return [small(say('control.by', { name, country: controller.country ?? say('unknown') }))]
}

/** How open it is; of a line of which nothing tells what it is, that. */
export function opennessText({ say, term }: Pick<Context, 'say' | 'term'>, { isSoftware, licence }: Dossier): string {
  return isSoftware === 'unknown' ? say('items.unknown-kind') : term('openness', licence.openness)
}

/** What the licence is read as, and how open that is. */
export function licenceLine(context: Context, item: Dossier): Line {
  const { licence } = item
  const openness = opennessText(context, item)
  return line(licence.expression === undefined ? openness : `${clip(licence.expression, 80)}: ${openness}`)
}

/** The entries of the registers that a conclusion about an item rests on: source, day, and the rule's place. */
export function registerLines(context: Context, item: Dossier): readonly Line[] {
  const ids = new Set([item.maker?.id, item.controller?.id].filter((id) => id !== undefined))
  const lines: Line[] = []
  for (const id of ids) {
    const organisation = context.organisation(id)
    if (organisation === undefined) continue
    const link = context.organisationLink(id)
    const source = organisation.tierSource ?? organisation.sources[0]
    lines.push(line(link.text, { href: link.href }), ...(source === undefined ? [] : [sourceLine(context, source)]))
    lines.push({ ...small(rulePlaceText(organisation.rule)), code: true })
  }
  return lines.length > 0 ? lines : [line(context.say('register.none'))]
}

/** Maker, and on a second line who controls it. */
export function holderLines(context: Context, item: Dossier): readonly Line[] {
  return makerLines(context, item).slice(0, item.controller !== undefined && item.controller.id !== item.maker?.id ? 2 : 1)
}

/** The expression where it is one of the SPDX list, and how open that is. */
export function licenceShort(context: Context, item: Dossier): readonly Line[] {
  const { expression } = item.licence
  const word = line(opennessText(context, item))
  return expression === undefined || expression.startsWith('LicenseRef-') ? [word] : [line(clip(expression, 40)), small(word.text)]
}
