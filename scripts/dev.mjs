import { run } from './run.mjs'
import { setup } from './setup.mjs'

// `npm run dev`: as `npm start`, but a change in the source restarts the server and reloads the browser.

const node = await setup()
process.exitCode = await run(node, ['scripts/dev-server.ts'], { KANTELPUNT_DEMO: '1', ...process.env })
