import type { Reporter } from '../model/ports.ts'
import { csv, csvRfc4180 } from './csv.ts'
import { cyclonedx } from './cyclonedx.ts'
import type { FormatId } from './formats.ts'
import { gitlab } from './gitlab.ts'
import { createHtmlReporter, type HtmlTemplates } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'

/** Every output format; a new one is a file and a line. Templates are only asked for by the one that needs them. */
export function reporters(templates: () => HtmlTemplates): Readonly<Record<FormatId, () => Reporter>> {
  return {
    html: () => createHtmlReporter(templates()),
    json: () => json,
    cyclonedx: () => cyclonedx,
    sarif: () => sarif,
    gitlab: () => gitlab,
    junit: () => junit,
    markdown: () => markdown,
    csv: () => csv,
    'csv-rfc4180': () => csvRfc4180,
  }
}
