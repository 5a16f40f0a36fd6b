/** Votes between two that are kept at once: some 600 MB. */
export const mostVotes = 10_000_000
