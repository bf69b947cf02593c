/** How large a file that people write for us may be, and the message that says so; it takes `what`. */
export interface OwnLimit {
  readonly bytes: number
  readonly code: 'E2107' | 'E2202'
}

export const YAML_FILE: OwnLimit = { bytes: 1 << 20, code: 'E2107' }
export const BASELINE: OwnLimit = { bytes: 1 << 28, code: 'E2202' }

/** What was meant as a rule file by its name; `x.yaml.txt` is what some editors make of `x.yaml`. */
export const RULE_FILE = /\.ya?ml(?:\.txt)?$/i
