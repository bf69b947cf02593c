import type { Reporter } from '../model/ports.ts'
import { cyclonedx } from './cyclonedx.ts'
import { createHtmlReporter, type HtmlTemplates } from './html.ts'
import { json } from './json.ts'

/** Ids of every output format, in the order in which help names them. */
export const FORMATS = ['html', 'json', 'cyclonedx'] as const
export type FormatId = (typeof FORMATS)[number]

/** Every output format; a new one is a file and a line. Templates are only asked for by the one that needs them. */
export function reporters(templates: () => HtmlTemplates): Readonly<Record<FormatId, () => Reporter>> {
  return { html: () => createHtmlReporter(templates()), json: () => json, cyclonedx: () => cyclonedx }
}
