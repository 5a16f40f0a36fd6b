import { cpus, totalmem } from 'node:os'

export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** What the issue asks, as a bound. */
  readonly asked?: string
}

/** Prints what was measured: a table for people on stderr, one JSON object on stdout. */
export function report(name: string, figures: readonly Figure[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`
  const width = Math.max(...figures.map(({ figure }) => figure.length))
  const lines = figures.map(({ figure, value, unit, asked }) => {
    const said = `${Number(value.toPrecision(4))} ${unit}`
    return `${figure.padEnd(width)}  ${said.padStart(12)}${asked === undefined ? '' : `   asked: ${asked}`}`
  })
  process.stderr.write(`\n${name} (${machine})\n${lines.join('\n')}\n`)
  process.stdout.write(`${JSON.stringify({ name, machine, figures })}\n`)
}
