/** What a program that somebody else wrote gets of the environment: what programs need to run, and no keys. */

/** Names as systems, Python and the makers of graphics cards use them; `*` stands for any end. */
const PASSED =
  'PATH HOME USER LOGNAME SHELL LANG LANGUAGE LC_* TZ TMPDIR TEMP TMP XDG_* DISPLAY WAYLAND_DISPLAY ' +
  'SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT APPDATA LOCALAPPDATA PROGRAMDATA PROGRAMFILES* USERNAME ' +
  'USERPROFILE HOMEDRIVE HOMEPATH NUMBER_OF_PROCESSORS PROCESSOR_* ' +
  'LD_LIBRARY_PATH DYLD_LIBRARY_PATH PYTHONPATH PYTHONHOME VIRTUAL_ENV CONDA_PREFIX CONDA_DEFAULT_ENV ' +
  'CUDA_* NVIDIA_* HIP_* ROCR_* HSA_* OMP_NUM_THREADS MKL_NUM_THREADS HF_HOME HF_HUB_CACHE HF_HUB_OFFLINE TORCH_HOME';

const isPassed = new RegExp(`^(${PASSED.replace(/\*/g, '\\w*').replace(/ /g, '|')})$`, 'i');

export const ownEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => isPassed.test(name)));
