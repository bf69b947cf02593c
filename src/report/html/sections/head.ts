import type { Context } from '../context.ts'
import { clip } from '../safe.ts'

/** Section 0: what the dossier needs to know about this document. */
export function head({ audit, options, say, f }: Context) {
  const { project } = audit
  const status = options.editorial?.status ?? 'draft'
  const entries = [
    { label: say('head.authority'), value: clip(project.authority ?? say('head.none')) },
    { label: say('head.fileNumber'), value: clip(options.editorial?.fileNumber ?? project.fileNumber ?? say('head.none'), 60) },
    { label: say('head.asOf'), value: f.day(audit.asOf) },
    { label: say('head.status'), value: say(`status.${status}`) },
  ]
  const editor = options.editorial?.editor
  if (editor !== undefined) entries.push({ label: say('head.editor'), value: clip(editor) })
  const { tool, rules } = audit
  return {
    entries,
    tool: say('head.tool', { tool: tool.name, version: tool.version, set: rules.set, hash: rules.sha256.slice(0, 12) }),
  }
}
