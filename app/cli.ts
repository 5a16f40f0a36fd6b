import { commands, runCli } from '@kantelpunt/cli'

// What bin/kantelpunt.mjs runs under Node 24.

const args = process.argv.slice(2)
// The app's own commands bring the whole app along (a second, and 100 MB): only where none of the packages' is called.
const isOfPackages = commands.some(({ name }) => `${args.join(' ')} `.startsWith(`${name} `))
const appCommands = isOfPackages ? [] : (await import('./cli/commands.ts')).appCommands

// Who reads only the first lines (`| head`) closes the pipe: they have what they wanted, and the rest goes nowhere.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await runCli([...commands, ...appCommands], args, {
  input: process.stdin,
  output: process.stdout,
  progress: process.stderr,
  env: process.env,
})
