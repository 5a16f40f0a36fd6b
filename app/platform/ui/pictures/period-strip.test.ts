import { expect, it } from 'vitest'
import { PeriodStrip } from './period-strip.tsx'

const year = { from: '2026-08-01', to: '2027-07-31' }
const period = (from: string, to: string, label: string) => ({ from, to, label, tone: 'board' as const })

function draw(today?: string): string {
  const periods = [period('2026-08-24', '2026-10-16', 'een'), period('2026-10-26', '2026-12-18', 'twee')]
  const holidays = [{ from: '2026-10-17', to: '2026-10-25', label: 'Herfstvakantie' }]
  return PeriodStrip({ locale: 'nl', year, periods, holidays, today, label: 'Het jaar' }).text
}

it('draws periods and holidays where they are in the year, one after another', () => {
  const svg = draw()
  // A bar leans: where it stands is halfway between its top and its foot.
  const corners = [...svg.matchAll(/d="M([\d.]+) [\d.]+H([\d.]+)L([\d.]+) [\d.]+H([\d.]+)z"/g)]
  const bars = corners.map((found) => {
    const [topStart = 0, topEnd = 0, footEnd = 0, footStart = 0] = found.slice(1).map(Number)
    return [(topStart + footStart) / 2, (topEnd + footEnd) / 2]
  })
  const holiday = svg.match(/class="out" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/)
  const [first, second] = bars
  // 24 August is day 23 of 365 on 1000 wide; 17 October, the day after the first period, is day 77.
  expect(first?.[0]).toBeCloseTo((23 / 365) * 1000, 0)
  expect(first?.[1]).toBeCloseTo((77 / 365) * 1000, 0)
  expect(Number(holiday?.[1])).toBeCloseTo(first?.[1] ?? 0, 0)
  expect(Number(holiday?.[1]) + Number(holiday?.[2])).toBeCloseTo(second?.[0] ?? 0, 0)
})

it('names the twelve months, and today only when it is in the year', () => {
  expect(draw().match(/>(aug|sep|okt|nov|dec|jan|feb|mrt|apr|mei|jun|jul)</g)).toHaveLength(12)
  expect(draw('2026-11-22')).toContain('vandaag')
  expect(draw('2026-07-31')).not.toContain('vandaag')
})
