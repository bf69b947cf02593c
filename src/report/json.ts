import { auditChunks } from '../model/document.ts'
import type { Reporter } from '../model/ports.ts'

export { auditChunks }

/** The audit document itself; its form is the contract of docs/audit-json.md and docs/audit.schema.json. */
export const json: Reporter = {
  id: 'json',
  extension: 'json',
  render: (audit) => auditChunks(audit),
}
