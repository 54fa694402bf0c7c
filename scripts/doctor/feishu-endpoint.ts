import { type NoEndpoint, readEndpoint } from '../../src/channels/feishu/endpoint.ts';
import type { FeishuAccess } from '../../src/channels/feishu/sdk.ts';
import { parseJson } from '../../src/channels/parse-json.ts';
import { askHttp } from '../deliver/http.ts';
import { bad, type Finding, good, warn } from './finding.ts';

/** With another App ID the SDK opens no connection, and says so nowhere. */
const APP_ID = /^cli_[0-9a-f]{16}$/;

const TIMEOUT = 10_000;
/** More than fifty connections of one app (the SDK's ErrorCode). */
const TOO_MANY = 1000040350;

const faultFinding = ({ kind, code }: NoEndpoint): Finding => {
  const told = code === undefined ? '' : `（错误码 ${code}）`;
  if (code === TOO_MANY) return bad(`飞书：长连接已满 50 条${told}；请停掉多余的进程。`);
  return kind === 'busy'
    ? warn(`飞书：平台暂时不给长连接地址${told}；请稍后再查。`)
    : bad(
        `飞书：平台不给长连接地址${told}；请检查 FEISHU_APP_ID、FEISHU_APP_SECRET，以及应用是否为企业自建应用（商店应用不能用长连接）。`,
      );
};

/**
 * Whether a long connection could be opened: the address for it is asked for, and not used. A second connection would
 * take away events, each of which goes to one connection only.
 */
export const endpointFinding = async ({ appId, appSecret, baseUrl }: FeishuAccess): Promise<Finding> => {
  if (!APP_ID.test(appId))
    return bad(
      '飞书：FEISHU_APP_ID 应为 cli_ 加 16 位十六进制数字，否则无法建立长连接；请在「开发者后台 - 凭证与基础信息」重新复制。',
    );
  const asked = await askHttp(`${baseUrl}/callback/ws/endpoint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', locale: 'zh' },
    body: JSON.stringify({ AppID: appId, AppSecret: appSecret }),
    timeout: TIMEOUT,
  });
  if (asked.status === 'failed')
    return bad(`飞书：取不到长连接地址（${asked.reason}）；请检查网络和 FEISHU_BASE_URL。`);
  const none = readEndpoint(parseJson(asked.text), baseUrl);
  return none ? faultFinding(none) : good('飞书：平台给出了长连接地址（没有去连，以免分走消息）。');
};
