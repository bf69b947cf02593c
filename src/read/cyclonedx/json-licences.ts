import type { SaidLicence } from '../../model/item.ts'
import { withParts, type PartsSaid } from '../../model/whole-text.ts'
import { Keys } from '../json/keys.ts'
import { END } from '../json/scanner.ts'
import type { JsonWalk } from '../json/walk.ts'
import { licenceText, partsOf, Statements, type RawDetail } from './raw.ts'

const LICENCE_CHOICE = new Keys(['license', 'expression', 'acknowledgement', 'expressionDetails'])
const LICENCE = new Keys(['id', 'name', 'url', 'text', 'acknowledgement'])
const DETAIL = new Keys(['licenseIdentifier', 'text', 'url'])
const ATTACHMENT = new Keys(['content', 'encoding'])

/** The entries of a `licenses` list below the component at `at`. */
export function readLicences(walk: JsonWalk, at: string, suffix: string): SaidLicence[] {
  const { scanner } = walk
  const said = new Statements()
  if (!walk.begins('array', at, suffix)) return said.all
  for (let index = 0; scanner.element(); index++) {
    let acknowledgement: string | undefined
    let found: SaidLicence | undefined
    let parts: PartsSaid | undefined
    let choices = 0
    if (!walk.begins('object', at, suffix)) continue
    for (let key = scanner.key(LICENCE_CHOICE); key !== END; key = scanner.key(LICENCE_CHOICE)) {
      if (key < 0) scanner.skip()
      else if (LICENCE_CHOICE.names[key] === 'acknowledgement') acknowledgement = scanner.text()
      else if (LICENCE_CHOICE.names[key] === 'expressionDetails') parts = readDetails(walk, at)
      else if (LICENCE_CHOICE.names[key] === 'expression') {
        choices++
        const text = walk.text(at, 'expression')
        if (text !== undefined) found = { text, as: 'expression', at: placeOf(suffix, index, '/expression') }
      } else {
        choices++
        const inner = readLicence(walk, at, suffix, index)
        found = inner.found
        acknowledgement ??= inner.acknowledgement
      }
    }
    if (found?.as === 'expression' && parts !== undefined) found = withParts(found, parts)
    // an expression beside a licence, or one of them twice: which of them holds?
    if (choices > 1) walk.note('W-DUPLICATE-KEY', at + suffix, { key: 'license, expression' })
    else if (found !== undefined)
      said.add(acknowledgement === 'declared' || acknowledgement === 'concluded' ? { ...found, acknowledgement } : found)
  }
  return said.all
}

/** One licence by id, name, address or text. A member that stands twice says nothing that could be relied on. */
function readLicence(
  walk: JsonWalk,
  at: string,
  suffix: string,
  index: number,
): { found: SaidLicence | undefined; acknowledgement: string | undefined } {
  const { scanner } = walk
  let contradicts = false
  const raw: Partial<Record<'id' | 'name' | 'url' | 'acknowledgement' | 'text' | 'encoding', string | undefined>> = {}
  if (!walk.begins('object', at, suffix)) return { found: undefined, acknowledgement: undefined }
  for (let key = scanner.key(LICENCE); key !== END; key = scanner.key(LICENCE)) {
    const name = LICENCE.names[key]
    if (name === undefined) scanner.skip()
    else if (raw[name] !== undefined) {
      contradicts = true
      walk.note('W-DUPLICATE-KEY', at + suffix, { key: name })
      scanner.skip()
    } else if (name !== 'text') raw[name] = walk.text(at, name)
    else if (scanner.type() === 'string') raw.text = scanner.text()
    else walk.members(ATTACHMENT, at, (part) => void (raw[part === 'content' ? 'text' : part] = walk.text(at, part)))
  }
  return {
    found: contradicts ? undefined : licenceText(raw, (leaf) => placeOf(suffix, index, `/license${leaf}`)),
    acknowledgement: raw.acknowledgement,
  }
}

/** The texts and addresses of parts of an expression, which CycloneDX 1.7 gives beside it. */
function readDetails(walk: JsonWalk, at: string): PartsSaid {
  const details: RawDetail[] = []
  walk.list('', () => {
    const raw: RawDetail = {}
    walk.members(DETAIL, at, (name) => {
      if (name === 'licenseIdentifier') raw.id = walk.text(at, name)
      else if (name === 'url') raw.url = walk.text(at, name)
      else walk.members(ATTACHMENT, at, (part) => void (raw[part === 'content' ? 'text' : part] = walk.text(at, part)))
    })
    details.push(raw)
  })
  return partsOf(details)
}

const places = new Map<string, string[]>()

/** `/licenses/0/license/id` and the like: the same few texts for every component. */
export function placeOf(list: string, index: number, leaf: string): string {
  if (index > 15) return `${list}/${index}${leaf}`
  let known = places.get(list + leaf)
  if (known === undefined) places.set(list + leaf, (known = []))
  return (known[index] ??= `${list}/${index}${leaf}`)
}
