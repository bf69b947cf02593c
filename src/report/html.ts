import { createHash } from 'node:crypto'
import type { Audit } from '../model/audit.ts'
import type { Reporter, ReportOptions } from '../model/ports.ts'
import { context } from './html/context.ts'
import { pieces, type HtmlTemplates } from './html/engine.ts'
import { paperSheet } from './html/paper.ts'
import { clip, cssString } from './html/safe.ts'
import { view } from './html/view.ts'
import { projectName } from './project-name.ts'

export type { HtmlTemplates }

/** One self-contained page: no request, no inline style, complete without its script. Templates are handed in, so nothing here touches the disk. */
export function createHtmlReporter(templates: HtmlTemplates): Reporter {
  return {
    id: 'html',
    extension: 'html',
    async render(audit: Audit, options: ReportOptions): Promise<Iterable<string>> {
      const { default: handlebars } = await import('handlebars')
      const room = context(audit, options)
      const assets = { css: templates.css + paperSheet() + printedPage(room), js: templates.js }
      const render = pieces(handlebars, templates, assets, room)
      return render(view(room, policyFor(assets.css, assets.js)), room.tables)
    },
  }
}

/** Only our own sheet and script, by hash; nothing is loaded, sent or framed. */
function policyFor(css: string, js: string): string {
  const [style, script] = [css, js].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return `default-src 'none'; style-src ${style}; script-src ${script}; img-src data:; base-uri 'none'; form-action 'none'`
}

/** Foot of every printed page. It names the audit, so it cannot stand in the sheet itself. */
function printedPage({ audit, say, f }: ReturnType<typeof context>): string {
  const left = say('page.title', { project: clip(projectName(audit.project, { say }), 60), day: f.day(audit.asOf) })
  const right = `${cssString(`${say('page.number')} `)} counter(page) ${cssString(` ${say('page.of')} `)} counter(pages)`
  return `@page{@bottom-left{content:${cssString(left)}}@bottom-right{content:${right}}}\n`
}
