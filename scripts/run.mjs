import { spawn } from 'node:child_process'
import { root } from './node24.mjs'

/** Runs a program, in the project's folder or another, with our own input and output; resolves to its exit code. */
export function run(command, args, env = process.env, cwd = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
    const forget = passSignalsTo(child)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      forget()
      // As a shell does: whoever started us learns that it was a signal.
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/** A signal that only we were sent goes on to the child. Control-C in a terminal reaches both of us by itself. */
function passSignalsTo(child) {
  const pass = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
  }
}
