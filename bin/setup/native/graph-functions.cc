// The package's binding with one function more, addFunction(name, graph, inputs, outputs): from then on executeOp runs
// the serialised GraphDef under that name. The context that must learn of it is private to the package's class.
#include <node_api.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "tensorflow/c/c_api.h"
#include "tensorflow/c/eager/c_api.h"

#undef NAPI_MODULE
#define NAPI_MODULE(name, init)  // the module is registered at the end of this file
#define private public
#include "binding/tfjs_binding.cc"
#undef private

namespace tfnodejs {

static bool ReadStrings(napi_env env, napi_value array, std::vector<std::string> *strings) {
  uint32_t length;
  if (napi_get_array_length(env, array, &length) != napi_ok) return false;
  strings->resize(length);
  for (uint32_t i = 0; i < length; i++) {
    napi_value element;
    if (napi_get_element(env, array, i, &element) != napi_ok) return false;
    if (GetStringParam(env, element, (*strings)[i]) != napi_ok) return false;
  }
  return true;
}

// Names are "<node>:<which of its outputs>".
static std::vector<TF_Output> Find(TF_Graph *graph, const std::vector<std::string> &names) {
  std::vector<TF_Output> found;
  for (const auto &name : names) {
    const auto colon = name.find(':');
    found.push_back({TF_GraphOperationByName(graph, name.substr(0, colon).c_str()), std::stoi(name.substr(colon + 1))});
  }
  return found;
}

static napi_value AddFunction(napi_env env, napi_callback_info info) {
  size_t count = 4;
  napi_value args[4];
  std::string name;
  size_t length;
  void *bytes;
  std::vector<std::string> inputs, outputs;
  if (napi_get_cb_info(env, info, &count, args, nullptr, nullptr) != napi_ok || count != 4 ||
      GetStringParam(env, args[0], name) != napi_ok ||
      napi_get_typedarray_info(env, args[1], nullptr, &length, &bytes, nullptr, nullptr) != napi_ok ||
      !ReadStrings(env, args[2], &inputs) || !ReadStrings(env, args[3], &outputs)) {
    NAPI_THROW_ERROR(env, "addFunction wants a name, a Uint8Array and two lists of names");
    return nullptr;
  }
  TF_AutoStatus status;
  std::unique_ptr<TF_Graph, decltype(&TF_DeleteGraph)> graph(TF_NewGraph(), TF_DeleteGraph);
  std::unique_ptr<TF_Buffer, decltype(&TF_DeleteBuffer)> definition(TF_NewBufferFromString(bytes, length),
                                                                    TF_DeleteBuffer);
  std::unique_ptr<TF_ImportGraphDefOptions, decltype(&TF_DeleteImportGraphDefOptions)> options(
      TF_NewImportGraphDefOptions(), TF_DeleteImportGraphDefOptions);
  TF_GraphImportGraphDef(graph.get(), definition.get(), options.get(), status.status);
  ENSURE_TF_OK_RETVAL(env, status, nullptr);
  const auto in = Find(graph.get(), inputs);
  const auto out = Find(graph.get(), outputs);
  std::unique_ptr<TF_Function, decltype(&TF_DeleteFunction)> function(
      TF_GraphToFunction(graph.get(), name.c_str(), 0, -1, nullptr, in.size(), in.data(), out.size(), out.data(),
                         nullptr, nullptr, nullptr, status.status),
      TF_DeleteFunction);
  ENSURE_TF_OK_RETVAL(env, status, nullptr);
  TFE_ContextAddFunction(GetTFJSBackend(env)->tfe_context_, function.get(), status.status);
  ENSURE_TF_OK_RETVAL(env, status, nullptr);
  return nullptr;
}

}  // namespace tfnodejs

NAPI_MODULE_INIT() {
  napi_value function;
  if (!tfnodejs::InitTFNodeJSBinding(env, exports)) return nullptr;
  napi_create_function(env, "addFunction", NAPI_AUTO_LENGTH, tfnodejs::AddFunction, nullptr, &function);
  napi_set_named_property(env, exports, "addFunction", function);
  return exports;
}
