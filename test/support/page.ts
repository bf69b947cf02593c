import { readFileSync, readdirSync } from 'node:fs'
import type { Audit } from '../../src/model/audit.ts'
import type { ReportOptions } from '../../src/model/ports.ts'
import { createHtmlReporter, type HtmlTemplates } from '../../src/report/html.ts'

const folder = new URL('../../templates/', import.meta.url)
const file = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

export const templates: HtmlTemplates = {
  main: file('report.hbs'),
  partials: Object.fromEntries(
    readdirSync(new URL('partials/', folder)).map((name) => [name.replace(/\.hbs$/, ''), file(`partials/${name}`)]),
  ),
  css: file('report.css'),
  js: file('report.js'),
}

/** The whole page as one string. */
export function page(audit: Audit, options: Partial<ReportOptions> = {}): Promise<string> {
  return pageOf(templates, audit, options)
}

/** The same with other templates. */
export async function pageOf(from: HtmlTemplates, audit: Audit, options: Partial<ReportOptions> = {}): Promise<string> {
  return [...(await createHtmlReporter(from).render(audit, { language: 'de', ...options }))].join('')
}

/** Visible text of a piece of HTML, entities resolved. */
export const text = (html: string): string =>
  html
    .replace(/<(style|script|template)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(quot|lt|gt|#x27|#x3D|#x60|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .replace(/[^\S\u00a0]+/g, ' ')

const ENTITIES = { quot: '"', lt: '<', gt: '>', '#x27': "'", '#x3D': '=', '#x60': '`', amp: '&' } as const

/** One section or finding of the page. */
export const section = (html: string, id: string): string =>
  new RegExp(`<(section|article) id="${id}"[\\s\\S]*?</\\1>`).exec(html)?.[0] ?? ''
/** The matter under which a finding is told. */
export const matterOf = (html: string, number: string): string =>
  [...html.matchAll(/<article[\s\S]*?<\/article>/g)].map(([article]) => article).find((article) => article.includes(` id="${number}"`)) ??
  ''
/** One table of the page. */
export const tableOf = (html: string, id: string): string => new RegExp(`<table id="${id}"[\\s\\S]*?</table>`).exec(html)?.[0] ?? ''
