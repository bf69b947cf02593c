import type { BaseCommand } from './base.ts'
import { Config } from './oclif.ts'

/** What commands ask of oclif's configuration. Its own way to it reads manifests and sorts all commands, which takes as long as auditing a small SBOM. */
class Known extends Config {
  constructor(root: string, name: string, version: string) {
    super({ root })
    Object.assign(this, { root, name, bin: name, version })
  }

  /** There are no hooks. */
  override runHook(): ReturnType<Config['runHook']> {
    return Promise.resolve({ successes: [], failures: [] })
  }
}

type Command = (new (argv: string[], config: Config) => BaseCommand) & { id: string }

/** Runs a command that was named in full and is not asked for help. */
export async function runAtOnce(
  command: Command,
  [id, ...argv]: readonly [string, ...string[]],
  tool: { root: string; name: string; version: string },
): Promise<void> {
  command.id = id
  await new command(argv, new Known(tool.root, tool.name, tool.version)).start()
}
