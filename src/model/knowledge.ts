import type { Framework } from './framework.ts'
import type { NamedList, Policy, RuleSet } from './policy.ts'
import type { BindingRule, Layer, LicenceHistory, LicenceRegister, Organisation } from './register.ts'
import type { RegisterIndex } from './register-index.ts'

/** All knowledge of one run. */
export interface Knowledge {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly bindings: ReadonlyMap<string, BindingRule>
  readonly licences: LicenceRegister
  /** By id. */
  readonly licenceHistories: ReadonlyMap<string, LicenceHistory>
  readonly layers: readonly Layer[]
  readonly lists: readonly NamedList[]
  readonly policies: readonly Policy[]
  readonly sets: ReadonlyMap<string, RuleSet>
  readonly frameworks: readonly Framework[]
  /** Over the content of every rule file used. */
  readonly sha256: string
  /** Over what the registers decide, without sentences and sources. */
  readonly register: string
  /** Ids of ours in whose place something of one's own has been laid. */
  readonly replaced?: readonly Replaced[]
  /** Where the build has made it: the register turned round for matching. */
  readonly index?: RegisterIndex
}

/** What is looked up about makers, services and licences. */
export type Registers = Pick<Knowledge, 'organisations' | 'bindings' | 'licenceHistories' | 'licences' | 'index'>
/** Everything else: plain data, small, read whole. */
export type Rulings = Omit<Knowledge, keyof Registers>

/** Both as one. What of the registers is read late stays so. */
export function knowledgeOf(rulings: Rulings, registers: Registers): Knowledge {
  return {
    ...rulings,
    organisations: registers.organisations,
    bindings: registers.bindings,
    licenceHistories: registers.licenceHistories,
    get licences() {
      return registers.licences
    },
    ...(registers.index !== undefined && { index: registers.index }),
  }
}

/** A rule of ours in whose place one of one's own stands: by its id, of a spelling of a licence by what is written. */
export interface Replaced {
  readonly what: 'policy' | 'list' | 'vendor' | 'set' | 'layer' | 'framework' | 'licence' | 'spelling' | 'licence-change' | 'binding'
  readonly id: string
  readonly file: string
}
