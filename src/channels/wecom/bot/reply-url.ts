const PLATFORM = 'https://qyapi.weixin.qq.com';

/** Addresses to which replies may be posted: those of the platform itself, or of the base that stands in for it in tests. */
export const isReplyUrl =
  (base = PLATFORM) =>
  (url: string): boolean => {
    if (!URL.canParse(url)) return false;
    const { origin, username, password } = new URL(url);
    return origin === new URL(base).origin && username === '' && password === '';
  };
