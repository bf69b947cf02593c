import type Handlebars from 'handlebars'
import type { Key, Params, Speaker } from '../words/say.ts'
import { plain } from './safe.ts'
import type { Row } from './table.ts'

/** The texts of templates/; they come from the package, never from an input or a rule. */
export interface HtmlTemplates {
  readonly main: string
  /** By file name without extension. */
  readonly partials: Readonly<Record<string, string>>
  readonly css: string
  readonly js: string
}

/** What stands unescaped on the page: our own style sheet and script. */
export interface Assets {
  readonly css: string
  readonly js: string
}

const HELPERS = { t: true, rows: true, asset: true } as const
/** Encloses the place of a table's rows. No text can contain it: `plain` makes control characters visible. */
const MARK = '\0'

/**
 * Renders the page in pieces: everything between two tables at once, tables row by row.
 * Templates see plain data only; missing names are errors, not empty text.
 */
export function pieces(
  handlebars: typeof Handlebars,
  templates: HtmlTemplates,
  assets: Assets,
  { say }: Speaker,
): (view: unknown, tables: ReadonlyMap<string, Iterable<Row>>) => Iterable<string> {
  const environment = handlebars.create()
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: HELPERS, preventIndent: true }
  environment.registerHelper('t', (key: Key, { hash }: { hash: Params }) => say(key, hash))
  environment.registerHelper('rows', (id: string) => new environment.SafeString(MARK + id + MARK))
  environment.registerHelper('asset', (name: keyof Assets) => new environment.SafeString(assets[name]))
  for (const [name, text] of Object.entries(templates.partials)) environment.registerPartial(name, environment.compile(text, options))
  const page = environment.compile(templates.main, options)
  const rowOf = environment.compile('{{> row}}', options)

  return function* (view, tables) {
    const parts = page(plain(view)).split(MARK)
    for (const [index, part] of parts.entries()) {
      if (index % 2 === 0) yield part
      else for (const row of tables.get(part) ?? []) yield rowOf(plain(row))
    }
  }
}
