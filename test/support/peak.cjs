// Loaded into a process that is measured: tells its peak memory at the end.
process.on('exit', () => {
  process.getBuiltinModule('node:fs').writeSync(2, `peak ${process.resourceUsage().maxRSS} kB\n`)
})
