import { writeSync } from 'node:fs'
import { Session } from 'node:inspector'
import { workerData } from 'node:worker_threads'

// Plain JavaScript: it starts in every file of tests, and nothing then stands ready to compile it.

const { file, minutes } = workerData
const most = 12

setTimeout(() => {
  const session = new Session()
  session.connectToMainThread()
  const scripts = new Map()
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params.url))
  session.on('Debugger.paused', ({ params }) => {
    const frames = params.callFrames.slice(0, most).map(({ functionName, location }) => {
      return `    at ${functionName || '(nameless)'} ${scripts.get(location.scriptId)}:${location.lineNumber + 1}`
    })
    end(frames.join('\n'))
  })
  session.post('Debugger.enable')
  session.post('Debugger.pause')
  // A thread that only waits doesn't pause.
  setTimeout(() => end('    (nothing was running)'), 5_000)
}, minutes * 60_000)

function end(where) {
  writeSync(2, `\nHangs: ${file} was not done in ${minutes} minutes. There:\n${where}\n\n`)
  process.kill(process.pid, 'SIGKILL')
}
