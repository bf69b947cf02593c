/** Signals that end a run, and its exit code. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type Signal = keyof typeof SIGNALS

/** Ends the writing when a signal came; thrown by `pause` so that everything is cleaned up on the way out. */
class Interrupted extends Error {}

/**
 * Reading and evaluating leave nothing behind: there a signal ends the process at once, as the system does it. Only while
 * something is written is it held back, so that nothing stays half-written. `write` asks with `pause` whether to go on and undoes
 * what it has done if that throws; then, or when all is written, the process ends with 130 or 143.
 */
export async function holdingSignals<T>(write: (pause: () => Promise<void>) => Promise<T>): Promise<T> {
  let came: Signal | undefined
  const note = (signal: Signal) => void (came ??= signal)
  const pause = async () => {
    await turn()
    if (came !== undefined) throw new Interrupted()
  }
  const names = Object.keys(SIGNALS) as Signal[]
  for (const name of names) process.on(name, note)
  try {
    const result = await write(pause)
    await pause()
    return result
  } catch (error) {
    if (error instanceof Interrupted && came !== undefined) process.exit(SIGNALS[came])
    throw error
  } finally {
    for (const name of names) process.removeListener(name, note)
  }
}

/** Once round the event loop: only there a signal is heard. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
