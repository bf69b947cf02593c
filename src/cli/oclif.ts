// One door to oclif: its parts by subpath, because its index loads everything it has.
export * as Args from '@oclif/core/args'
export { Command } from '@oclif/core/command'
export * as Flags from '@oclif/core/flags'
export { Config } from '@oclif/core/config'
export { run } from '@oclif/core/run'
