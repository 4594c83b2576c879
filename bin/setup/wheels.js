/**
 * What TensorFlow's C libraries and headers come from, by what the machine has. One file for every Python, as the
 * libraries in it do not depend on the interpreter: so one checksum can be pinned for each.
 * The CUDA libraries are of CUDA 12.8, the first with kernels for cards of 2025, within what TensorFlow 2.21's own extra
 * `and-cuda` asks for; cuDNN 9.10 is the last for cards before Turing.
 */
const VERSION = '2.21.0';

const wheel = (requirement, sha256, megabytes) => ({ requirement, sha256, bytes: megabytes * 1e6 });

export const LIBRARIES = {
  cpu: {
    name: 'TensorFlow',
    version: VERSION,
    folder: `tensorflow-cpu-${VERSION}`,
    python: '311',
    unpackedBytes: 860e6,
    link: [],
    wheels: [
      wheel(`tensorflow-cpu==${VERSION}`, '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c', 273.9),
    ],
  },
  cuda: {
    name: 'TensorFlow with CUDA',
    version: VERSION,
    folder: `tensorflow-cuda-${VERSION}`,
    python: '313',
    unpackedBytes: 6500e6,
    // The addon needs these itself, in this order: TensorFlow asks for them by name, which finds what is loaded already.
    link: [
      ...['libcudart.so.12', 'libnvJitLink.so.12', 'libcublasLt.so.12', 'libcublas.so.12', 'libcudnn.so.9'],
      ...['libcufft.so.11', 'libcurand.so.10', 'libcusparse.so.12', 'libcusolver.so.11', 'libnvrtc.so.12'],
      ...['libcupti.so.12', 'libnccl.so.2'],
    ],
    wheels: [
      wheel(`tensorflow==${VERSION}`, 'e9d8da8dcab9650efb45f032ba70af2f016f907e6e0c6bda29dd101bba945406', 572.9),
      wheel('nvidia-cuda-runtime-cu12==12.8.90', 'adade8dcbd0edf427b7204d480d6066d33902cab2a4707dcfc48a2d0fd44ab90', 1),
      wheel('nvidia-nvjitlink-cu12==12.8.93', '81ff63371a7ebd6e6451970684f916be2eab07321b73c9d244dc2b4da7f73b88', 39.3),
      wheel('nvidia-cublas-cu12==12.8.4.1', '8ac4e771d5a348c551b2a426eda6193c19aa630236b418086020df5ba9667142', 594.3),
      wheel('nvidia-cudnn-cu12==9.10.2.21', '949452be657fa16687d0930933f032835951ef0892b37d2d53824d1a84dc97a8', 706.8),
      wheel('nvidia-cufft-cu12==11.3.3.83', '4d2dd21ec0b88cf61b62e6b43564355e5222e4a3fb394cac0db101f2dd0d4f74', 193.1),
      wheel('nvidia-curand-cu12==10.3.9.90', 'b32331d4f4df5d6eefa0554c565b626c7216f87a06a4f56fab27c3b68a830ec9', 63.6),
      wheel(
        'nvidia-cusparse-cu12==12.5.8.93',
        '1ec05d76bbbd8b61b06a80e1eaf8cf4959c3d4ce8e711b65ebd0443bb0ebb13b',
        288.2,
      ),
      wheel(
        'nvidia-cusolver-cu12==11.7.3.90',
        '4376c11ad263152bd50ea295c05370360776f8c3427b30991df774f9fb26c450',
        267.5,
      ),
      wheel('nvidia-cuda-nvrtc-cu12==12.8.93', 'a7756528852ef889772a84c6cd89d41dfa74667e24cca16bb31f8f061e3e9994', 88),
      wheel(
        'nvidia-cuda-cupti-cu12==12.8.90',
        'ea0cb07ebda26bb9b29ba82cda34849e73c166c18162d3913575b0c9db9a6182',
        10.2,
      ),
      wheel('nvidia-nccl-cu12==2.27.7', 'de5ba5562f08029a19cb1cd659404b18411ed0d6c90ac5f52f30bf99ad5809aa', 322.5),
    ],
  },
};

/** Free space that a set-up wants: all of the libraries, and the largest download twice, as pip copies it. */
export const neededBytes = ({ wheels, unpackedBytes }) =>
  unpackedBytes + 2 * Math.max(...wheels.map(({ bytes }) => bytes));
