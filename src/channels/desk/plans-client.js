// Drop a file, and see how far it has come. Without this script the form is sent as it stands.
const form = document.getElementById('upload');
const input = document.getElementById('file');
const fault = document.getElementById('upload-fault');
const progress = document.getElementById('upload-progress');
const button = form.querySelector('button');
const most = Number(form.dataset.most);

const say = (text) => {
  fault.textContent = text;
  fault.hidden = text === '';
};

const tooLarge = () => {
  const [file] = input.files;
  if (!file || file.size <= most) return false;
  say(`文件有 ${Math.ceil(file.size / 1048576)} MB，超过 ${most / 1048576} MB：请去掉图片等多余的内容后再上传。`);
  return true;
};

const busy = (is) => {
  button.disabled = is;
  progress.hidden = !is;
};

const show = (share) => {
  progress.querySelector('progress').value = share * 100;
  progress.querySelector('span').textContent = share < 1 ? `已上传 ${Math.floor(share * 100)} %` : '已上传，正在打开';
};

/** What a page that refuses says; a proxy before us has pages of its own. */
const faultIn = ({ status, responseText }) =>
  new DOMParser().parseFromString(responseText, 'text/html').querySelector('#upload-fault, main p')?.textContent ||
  (status === 413
    ? '文件超过了前面的代理所允许的大小：请把代理的限制（例如 nginx 的 client_max_body_size）设为 25 MB，再上传。'
    : '没有上传成功，请再试一次。');

const send = () => {
  if (tooLarge()) return;
  say('');
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', ({ loaded, total }) => show(total > 0 ? loaded / total : 0));
  request.addEventListener('load', () => {
    if (request.status < 300 && request.responseURL !== form.action) return location.assign(request.responseURL);
    busy(false);
    say(faultIn(request));
  });
  request.addEventListener('error', () => {
    busy(false);
    say('连接中断，没有上传成功，请再试一次。');
  });
  busy(true);
  show(0);
  request.send(new FormData(form));
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
input.addEventListener('change', () => {
  say('');
  tooLarge();
});

form.querySelector('.drop-hint').hidden = false;
form.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('over');
});
for (const name of ['dragleave', 'drop']) form.addEventListener(name, () => form.classList.remove('over'));
form.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length === 0) return;
  input.files = event.dataTransfer.files;
  send();
});
