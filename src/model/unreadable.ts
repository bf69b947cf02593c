import { Problem } from './problem.ts'
import { tableOf } from './table.ts'
import type { Words } from './words.ts'

/** Messages that say of a file or folder of one's own that it cannot be read, and why. */
export type Unreadable = 'E2108' | 'E2110' | 'E2116' | 'E2119' | 'E2201'

const WHY = tableOf<Words>({
  EACCES: { de: 'keine Zugriffsrechte', en: 'no permission' },
  EPERM: { de: 'keine Zugriffsrechte', en: 'no permission' },
  EISDIR: { de: 'ein Ordner', en: 'a folder' },
  ELOOP: { de: 'eine Verknüpfung im Kreis', en: 'a link that leads round in a circle' },
  link: {
    de: 'eine Verknüpfung, die aus dem Ordner mit den Regeln hinausführt, nirgends hin oder im Kreis',
    en: 'a link that leads out of the folder of rules, nowhere, or round in a circle',
  },
  nowhere: { de: 'eine Verknüpfung, die nirgends hinführt', en: 'a link that leads nowhere' },
})

const codeOf = (error: unknown) => (error as { readonly code?: string } | undefined)?.code

/** Whether an error of the system says that nothing bears the name; any other says only that it cannot be read. */
export const isAbsence = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')

/** `why`: the system's error for something that is there, a reason of ours, or `undefined` where there is nothing. */
export function unreadable(shown: string, why: unknown, id: Unreadable = 'E2119'): Problem {
  const code = typeof why === 'string' ? why : isAbsence(why) ? 'nowhere' : codeOf(why)
  const words = code === undefined ? { de: '', en: '' } : (WHY.get(code) ?? { de: code, en: code })
  const said = { de: words.de === '' ? '' : `(${words.de})`, en: words.en === '' ? '' : `(${words.en})` }
  return new Problem(id, { path: shown, why: said }, { file: shown })
}
