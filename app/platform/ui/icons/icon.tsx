import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Html, trustedHtml } from '#html'

/** The Tabler icons in use. Add a name here to use one; only these are read. */
export const iconNames = [
  'alert-circle',
  'alert-triangle',
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'arrow-up-right',
  'arrows-exchange',
  'book',
  'calendar',
  'chalkboard',
  'chart-dots',
  'check',
  'circle-check',
  'clock',
  'copy',
  'device-desktop',
  'dots',
  'external-link',
  'eye',
  'flag',
  'grip-vertical',
  'home',
  'info-circle',
  'language',
  'layout-board',
  'lock',
  'logout',
  'mail',
  'message-circle',
  'minus',
  'moon',
  'pencil',
  'player-play',
  'plus',
  'printer',
  'qrcode',
  'school',
  'search',
  'settings',
  'sun',
  'target-arrow',
  'trash',
  'user',
  'users',
  'volume',
  'wifi-off',
  'x',
] as const
export type IconName = (typeof iconNames)[number]

const files = createRequire(import.meta.url)

function readIcon(name: IconName): Html {
  const svg = readFileSync(files.resolve(`@tabler/icons/outline/${name}.svg`), 'utf8')
  const shapes = [...svg.matchAll(/<(?:path|circle|rect|line)[^>]*>/g)]
    .map(([shape]) => shape)
    .filter((shape) => !shape.includes('M0 0h24v24H0z'))
  const head =
    '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
  return trustedHtml(`${head}${shapes.join('').replaceAll(' />', '/>')}</svg>`)
}

const icons = new Map<IconName, Html>(iconNames.map((name) => [name, readIcon(name)]))

/** An icon as decoration (24 × 24, current colour): the words beside it carry the meaning. */
export function Icon({ name }: { readonly name: IconName }): Html {
  const icon = icons.get(name)
  if (icon === undefined) throw new Error(`No icon called ${name}`)
  return icon
}
