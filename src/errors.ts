/**
 * Every error that a person or a program outside can meet, with its HTTP status and the sentence that says the remedy.
 * Outcomes that are part of the work (a plan that does not say) are values, not errors.
 */
export const ERRORS = {
  question_empty: { status: 400, remedy: '请用文字输入问题，例如某项任务由哪个单位负责、某年的目标是多少。' },
  question_too_long: { status: 400, remedy: '问题不要超过 10000 个字符。' },
  body_not_json: { status: 400, remedy: '请求体应为 JSON：{"question":"…"}。' },
  body_not_utf8: { status: 400, remedy: '请求体应以 UTF-8 编码。' },
  body_wrong_shape: {
    status: 400,
    remedy: '请求体应为 {"question": string, "conversation"?: string, "plan"?: string}，不接受其他字段。',
  },
  body_too_large: { status: 413, remedy: '请求体过大，请缩短后再发。' },
  media_type: { status: 415, remedy: '请以 content-type: application/json 发送。' },
  line_wrong_shape: {
    status: 400,
    remedy: '每行应为 {"id": string, "q": string, "history"?: string[], "year"?: number, "plan"?: string}。',
  },
  plan_unknown: { status: 404, remedy: '请用现有计划的标识。' },
  not_found: { status: 404, remedy: '没有这个地址。问答接口是 POST /api/ask。' },
  method_not_allowed: { status: 405, remedy: '请改用该地址支持的方法。' },
  bad_request: { status: 400, remedy: '无法读取的请求：请检查地址与请求头。' },
  host_wrong: {
    status: 421,
    remedy: '请用 PUBLIC_URL 所设的地址访问；地址变了时，请管理员改正 PUBLIC_URL，重启服务。',
  },
  origin_wrong: { status: 403, remedy: '不接受别的网站的页面发来的请求。' },
  shutting_down: { status: 503, remedy: '服务正在重启，请稍后再试。' },
  internal: { status: 500, remedy: '服务出错，已记录，请稍后再试。' },
  delivery_malformed: { status: 400, remedy: '无法读取的推送：请检查 Encrypt Key 与请求体。' },
  delivery_forged: { status: 401, remedy: '签名或 Verification Token 不符：请检查应用的加密策略设置。' },
  delivery_stale: { status: 401, remedy: '推送的时间戳超出允许范围：请检查服务器时钟。' },
  channel_busy: { status: 503, remedy: '正在处理的消息过多，请稍后重新推送。' },
  channel_not_ready: {
    status: 503,
    remedy: '机器人身份尚未取得，请稍后重新推送；若持续出现，请检查 App ID 与 App Secret。',
  },
  api_often: { status: 429, remedy: '这个地址问得太频繁，请一分钟后再试；程序请向管理员要一个密钥（API_KEYS）。' },
  api_busy: { status: 503, remedy: '等着回答的问题过多，请稍后再试。' },
  key_missing: { status: 401, remedy: '请在请求头 authorization 里写 Bearer 和管理员给的密钥（API_KEYS）。' },
  key_wrong: { status: 401, remedy: '密钥不对：请核对请求头 authorization 里的密钥，或不带密钥。' },
  feedback_wrong_shape: {
    status: 400,
    remedy:
      '请求体应为 {"question", "history"?, "plan"?, "verdict": "useful" | "wrong", "reason"?, "about"?, "meant"?, "reader"}，见 /api/docs。',
  },
  feedback_busy: { status: 429, remedy: '请稍等一分钟再评价。' },
  worklist_plan: { status: 400, remedy: '请用 plan 参数写明是哪个计划的标识。' },
  worklist_unit: { status: 400, remedy: '请用计划列名的单位、它的全称或简称。' },
  worklist_year: { status: 400, remedy: '请改用计划期内的年份，或不填年份导出各年。' },
  worklist_action: { status: 400, remedy: '请用重点行动的序号，或不填导出全部行动。' },
  worklist_task: { status: 400, remedy: '请用任务在附件里的编号，多项用逗号隔开，或不填导出全部任务。' },
  worklist_question: {
    status: 400,
    remedy: 'question 填一个列出任务、单位或指标的问题，例如“哪些任务有量化数字”，不与 unit、action、tasks 同用。',
  },
  worklist_format: { status: 400, remedy: '请改用 xlsx、csv 或 json。' },
  worklist_busy: { status: 503, remedy: '正在生成的清单过多，请稍后再下载。' },
  progress_token: { status: 401, remedy: '请在请求头 authorization 里写 Bearer 和管理令牌（ADMIN_TOKEN）。' },
  progress_off: { status: 404, remedy: '没有设置 ADMIN_TOKEN，不收填好的清单：请管理员设置后再交。' },
  progress_often: { status: 429, remedy: '令牌试得太频繁了，请一分钟后再试。' },
  progress_none: { status: 400, remedy: '请把填好的 .xlsx 作为请求体，或作为表单的 file 一项发来。' },
  progress_wrong: { status: 400, remedy: '没有保存任何一行：请改好后整份再交。' },
  storage_failed: {
    status: 503,
    remedy: '数据没有写到磁盘上，请稍后再试；请检查 DATA_DIR 所在磁盘的空间和写权限。',
  },
  backup_refused: { status: 409, remedy: '备份和恢复都不覆盖已有的数据，原来的内容没有动过。' },
  storage_locked: { status: 500, remedy: '另一个问计进程正在使用它：请先停掉那个进程，或用 DATA_DIR 换一个目录。' },
  database_failed: {
    status: 503,
    remedy: '数据没有写进 PostgreSQL，请稍后再试；请检查服务器是否在运行、DATABASE_URL 是否写对（npm run doctor）。',
  },
  listen_failed: { status: 500, remedy: '请停掉占用该端口的程序，或用 PORT、HOST 换一个地址。' },
  config_invalid: { status: 500, remedy: '请更正所指的环境变量后再启动。' },
  import_empty: { status: 400, remedy: '文件里没有文字：请核对是不是选错了文件。' },
  import_too_large: { status: 413, remedy: '文件过大：请只留计划正文与附表，去掉图片后再导入（不超过 20 MB）。' },
  import_encoding: { status: 400, remedy: '请用记事本打开后另存为 UTF-8 编码，再导入。' },
  import_format: { status: 415, remedy: '可导入 .txt .md .html .docx .xlsx .pdf。' },
  import_encrypted: { status: 400, remedy: '文件有密码：请去掉密码另存后再导入。' },
  import_broken: { status: 400, remedy: '文件打不开：请用 Word、WPS 或浏览器打开，另存一份后再导入。' },
  import_zip_bomb: { status: 413, remedy: '文件展开后异常庞大，没有读取：请用 Word 或 WPS 打开，另存一份后再导入。' },
  import_pictures: {
    status: 400,
    remedy:
      '这份 PDF 只有图片，没有文字：请找文字版（.docx、网页）；没有文字版的，请管理员在程序目录执行 ' +
      'ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save @gutenye/ocr-node，装上文字识别后再导入，并逐字核对。',
  },
  import_no_header: { status: 400, remedy: '请给表格加一行表头，写明任务（事项、指标）与责任单位，再导入。' },
  import_path: { status: 400, remedy: '请给出所指文件夹之内的一个普通文件。' },
  import_id: { status: 400, remedy: '标识只用小写字母、数字和连字符，例如 city-plan-2025。' },
  import_exists: { status: 409, remedy: '这个标识已经有计划：请换一个标识，或加 --replace 替换它。' },
  import_slow: {
    status: 400,
    remedy: '这份文件读得太久或占用内存太多，已停止：请只留计划正文与附表，另存为 .docx 后再上传。',
  },
  import_none: { status: 400, remedy: '请先选择一个文件，再上传。' },
  import_full: { status: 409, remedy: '请先处理或删去不用的草稿，再上传。' },
  import_stale: { status: 409, remedy: '另一位管理员刚改过这份草稿：请看过新的预览，再改一次。' },
  import_gone: { status: 404, remedy: '这份草稿已经删去、投入使用或过了保存期：请重新上传。' },
  import_unready: { status: 409, remedy: '这份草稿正在读取：请等预览出来再操作。' },
  import_unusable: { status: 409, remedy: '没有读到任务或指标，不能投入使用：请改正任务层级，或换一份文件。' },
  import_confirm: { status: 409, remedy: '请勾选“替换”后再投入使用，或换一个标识。' },
  import_program: { status: 409, remedy: '随程序提供的计划不能在这里替换：请换一个标识。' },
  plan_refused: { status: 409, remedy: '计划没有投入使用，原来的不变：请按所说的原因改正后再试。' },
  correction_wrong: { status: 400, remedy: '请改正后再提交；没有保存任何更正。' },
  corpus_invalid: { status: 500, remedy: '请更正所指的语料文件后再启动；npm run check-plan 可列出问题。' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a code from the table. `detail` says what was wrong, without secrets or people's names. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly remedy: string;

  constructor(code: ErrorCode, detail?: string) {
    super(detail ? `${detail} ${ERRORS[code].remedy}` : ERRORS[code].remedy);
    this.name = 'CodedError';
    this.code = code;
    this.status = ERRORS[code].status;
    this.remedy = ERRORS[code].remedy;
  }
}

/** The body that an HTTP client gets for an error. */
export const errorBody = (error: CodedError) => ({ error: { code: error.code, message: error.message } });
