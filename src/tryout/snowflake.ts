/** 2015-01-01T00:00:00Z, in ms since the Unix epoch: where Discord's ids begin. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/**
 * Makes ids the way Discord does: ms since 2015 above 22 bits, here a plain counter. Strictly increasing, even when the
 * clock stands still or goes back. https://docs.discord.com/developers/reference#snowflakes
 */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const earliest = (BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

/**
 * Ids of servers, as if each had been founded a millisecond after the one before, a day ago: whatever the number of
 * shards, consecutive servers fall to consecutive ones. https://docs.discord.com/developers/events/gateway#sharding
 */
export function createGuildIds(now: () => number): () => string {
  const founded = BigInt(Math.max(0, Math.floor(now()) - 86_400_000)) - DISCORD_EPOCH;
  let next = founded > 0n ? founded : 1n;
  return () => {
    next += 1n;
    return String(next << 22n);
  };
}
