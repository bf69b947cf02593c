import { Command } from './oclif.ts'
import type { Language } from '../model/words.ts'
import { terminalLanguage } from '../config.ts'
import { writeStderr, writeStdout } from '../output-file.ts'
import { fatal } from './fatal.ts'
import { safe } from './text/safe.ts'

/** What all commands share: where text goes, and how every error ends the run. */
export abstract class BaseCommand extends Command {
  protected language: Language = 'de'

  protected speakIn(flag: string | undefined): void {
    this.language = terminalLanguage(flag)
  }

  /** The result. Everything else goes to stderr. */
  protected print(text: string): void {
    writeStdout([`${safe(text)}\n`])
  }

  protected printJson(value: unknown): void {
    writeStdout([`${JSON.stringify(value, null, 2)}\n`])
  }

  /** A message beside the result. */
  protected tell(text: string): void {
    writeStderr(`${safe(text)}\n`)
  }

  /** The whole run, for whoever has the command already. */
  async start(): Promise<void> {
    await this._run()
  }

  protected override catch(error: Error): Promise<void> {
    fatal(error, [this.id?.replaceAll(':', ' ') ?? '', ...this.argv])
    return Promise.resolve()
  }
}
