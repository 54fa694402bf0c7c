import { accessSync, constants } from 'node:fs';
import { proxiesIn } from '../../src/channels/proxy.ts';
import type { Environment } from '../../src/config/variables.ts';
import { bad, type Finding, note } from './finding.ts';

const isReadable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

/** Proxies and certificates of the company's own, by which the platforms are reached. */
export const networkFindings = (env: Environment): readonly Finding[] => {
  const proxies = proxiesIn(env);
  const ca = env.NODE_EXTRA_CA_CERTS?.trim() ?? '';
  return [
    ...(proxies.length > 0
      ? [note(`网络：访问平台（长连接也是）经代理 ${proxies.join('、')}；不经代理的名字写在 NO_PROXY。`)]
      : []),
    ...(ca !== '' && !isReadable(ca)
      ? [bad('网络：NODE_EXTRA_CA_CERTS 所指的文件读不到，自己的证书不起作用；请改正路径或权限，重启服务。')]
      : []),
  ];
};
