/** An address, as attempts are counted by it. ::ffff:192.0.2.1 is an IPv4 address; of IPv6, one customer has a whole /64. */
export const addressKey = (address: string): string =>
  address.includes('.') ? address.replace(/^.*:/, '') : address.split(':').slice(0, 4).join(':');
