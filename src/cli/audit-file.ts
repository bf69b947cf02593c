import { openInput } from '../input-file.ts'
import type { Audit } from '../model/audit.ts'
import { parseAudit } from '../model/document.ts'
import { Problem } from '../model/problem.ts'

const MAX_AUDIT = 1 << 30
const LISTS = ['sources', 'items', 'shares', 'concentration', 'coverage', 'axes', 'boundServices', 'findings', 'undecided', 'organisations', 'policies', 'notes'] as const // prettier-ignore

/** The audit of a file that `audit --json` wrote, also if something else has set its lines anew. E3001, E3003. */
export function auditOf(path: string): Audit {
  const input = openInput(path, path, MAX_AUDIT)
  try {
    return checked(parsed(input.whole()))
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('E3003', { looks: '', known: 'eigenstand audit --json' }, { file: path })
  } finally {
    input.close()
  }
}

function parsed(bytes: Uint8Array): Audit {
  try {
    return parseAudit(bytes)
  } catch {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Audit
  }
}

/** Only as much as keeps what is no audit from going further. */
function checked(audit: Audit): Audit {
  const lists = LISTS.every((name) => Array.isArray(audit[name]))
  const named = typeof audit.project?.id === 'string' && typeof audit.rules?.sha256 === 'string' && typeof audit.asOf === 'string'
  if (audit.format !== 'eigenstand/audit/1' || !lists || !named) throw new SyntaxError('not an audit document')
  return audit
}
