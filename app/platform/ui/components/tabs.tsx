import type { Html } from '#html'
import type { FrameLink } from './frame.ts'

interface TabsProps {
  /** The spoken name of the group. */
  readonly label: string
  readonly tabs: readonly FrameLink[]
  /** The href of the tab that is shown. */
  readonly here: string
}

/** Pages beside each other: links, so that each has an address. */
export function Tabs({ label, tabs, here }: TabsProps): Html {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.href === here ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  )
}
