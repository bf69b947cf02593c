// Loaded into every measured process: reports its own peak memory in kB at the end.
process.on('exit', () => {
  process.getBuiltinModule('node:fs').writeSync(3, String(process.resourceUsage().maxRSS))
})
