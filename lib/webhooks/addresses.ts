import { BlockList, isIP } from "node:net";

/** RFC 6890 and what clouds keep for themselves: this host, private, shared, link-local (with the metadata of clouds; Azure hands out its own at 168.63.129.16), documentation, multicast. */
const FOUR = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
];
/** The like of IPv6, and every way of writing an IPv4 address into one. */
const SIX = [
  "::/96",
  "::ffff:0:0/96",
  "::ffff:0:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

// One list for each: a list of both takes every IPv4 address for one that is written into an IPv6 address.
const inward = { ipv4: listOf(FOUR, "ipv4"), ipv6: listOf(SIX, "ipv6") };

/** Whether an address as a name resolves to it lies in the public network. Anything that is no address does not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  const family = version === 4 ? "ipv4" : "ipv6";
  return version !== 0 && !inward[family].check(address, family);
}

function listOf(nets: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address = "", length] = net.split("/");
    list.addSubnet(address, Number(length), family);
  }
  return list;
}
