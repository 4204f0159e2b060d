#!/usr/bin/env python3
"""The same work in NumPy, to measure `train` and `matmul` against and to check their numbers.

    numpy_peer.py DIR [--epochs N]   train the network that `train --export DIR` wrote down
    numpy_peer.py --matmul PRODUCT…  time products: 128x784x64, 784Tx128x64 (left transposed), 1x512x784T (right)
    numpy_peer.py --version          which NumPy, on which BLAS

Prints one JSON object. All numbers are float64. `swift run bench` calls this program.
"""

import argparse
import json
import math
import os
import pathlib
import re
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit("Python has no NumPy: python3 -m pip install numpy")

# Layers: `forward` keeps what `backward` needs; `backward` takes ∂L/∂output and returns ∂L/∂input.


class Linear:
    def __init__(self, weight, bias):
        self.weight, self.bias = weight, bias

    def forward(self, x):
        self.x = x
        return x @ self.weight + self.bias

    def backward(self, gradient):
        self.gradients = [self.x.T @ gradient, gradient.sum(axis=0, keepdims=True)]
        return gradient @ self.weight.T

    @property
    def parameters(self):
        return [self.weight, self.bias]


class Activation:
    parameters, gradients = [], []


class ReLU(Activation):
    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, gradient):
        return gradient * (self.x > 0)


class LeakyReLU(Activation):
    slope = 0.01

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, self.slope * x)

    def backward(self, gradient):
        return gradient * np.where(self.x > 0, 1.0, self.slope)


class Sigmoid(Activation):
    def forward(self, x):
        self.y = 1 / (1 + np.exp(-x))
        return self.y

    def backward(self, gradient):
        return gradient * self.y * (1 - self.y)


class Tanh(Activation):
    def forward(self, x):
        self.y = np.tanh(x)
        return self.y

    def backward(self, gradient):
        return gradient * (1 - self.y * self.y)


class Softmax(Activation):
    def forward(self, x):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = e / e.sum(axis=1, keepdims=True)
        return self.y

    def backward(self, gradient):
        return self.y * (gradient - (gradient * self.y).sum(axis=1, keepdims=True))


class Sequential:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, gradient):
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient)

    @property
    def parameters(self):
        return [parameter for layer in self.layers for parameter in layer.parameters]

    @property
    def gradients(self):
        return [gradient for layer in self.layers for gradient in layer.gradients]


# Losses: `forward` returns L, `backward` returns ∂L/∂prediction. From `threshold` on, one column means class 1.


class MeanSquaredError:
    threshold = 0.5

    def forward(self, prediction, target):
        self.difference = prediction - target
        return (self.difference * self.difference).sum() / self.difference.size

    def backward(self):
        return 2 * self.difference / self.difference.size


class BinaryCrossEntropy:
    threshold = 0.5

    def forward(self, prediction, target):
        self.p, self.y = np.clip(prediction, 1e-12, 1 - 1e-12), target
        return -(self.y * np.log(self.p) + (1 - self.y) * np.log(1 - self.p)).sum() / self.y.size

    def backward(self):
        return ((1 - self.y) / (1 - self.p) - self.y / self.p) / self.y.size


class CrossEntropy:
    threshold = 0.5

    def forward(self, prediction, target):
        self.p, self.y = np.clip(prediction, 1e-12, 1 - 1e-12), target
        return -(self.y * np.log(self.p)).sum() / len(target)

    def backward(self):
        return -self.y / self.p / len(self.y)


class SigmoidCrossEntropy:
    threshold = 0.0

    def forward(self, prediction, target):
        self.z, self.y = prediction, target
        softplus = np.log(1 + np.exp(-np.abs(self.z)))
        return (np.maximum(self.z, 0) - self.z * self.y + softplus).sum() / self.y.size

    def backward(self):
        return (1 / (1 + np.exp(-self.z)) - self.y) / self.y.size


class SoftmaxCrossEntropy:
    threshold = 0.5

    def forward(self, prediction, target):
        shifted = prediction - prediction.max(axis=1, keepdims=True)
        self.log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y = target
        return -(self.y * self.log_p).sum() / len(target)

    def backward(self):
        return (np.exp(self.log_p) - self.y) / len(self.y)


# Optimizers change the parameters in place.


class SGD:
    def __init__(self, parameters, settings):
        self.parameters, self.rate = parameters, settings["learningRate"]

    def step(self, gradients):
        for parameter, gradient in zip(self.parameters, gradients):
            parameter -= self.rate * gradient


class Momentum(SGD):
    def __init__(self, parameters, settings):
        super().__init__(parameters, settings)
        self.beta = settings.get("momentum", 0.9)
        self.velocities = [np.zeros_like(parameter) for parameter in parameters]

    def step(self, gradients):
        for parameter, gradient, velocity in zip(self.parameters, gradients, self.velocities):
            velocity *= self.beta
            velocity += (1 - self.beta) * gradient
            parameter -= self.rate * velocity


class RMSProp(SGD):
    def __init__(self, parameters, settings):
        super().__init__(parameters, settings)
        self.decay, self.epsilon = settings.get("decay", 0.9), settings.get("epsilon", 1e-8)
        self.squares = [np.zeros_like(parameter) for parameter in parameters]

    def step(self, gradients):
        for parameter, gradient, square in zip(self.parameters, gradients, self.squares):
            square *= self.decay
            square += (1 - self.decay) * (gradient * gradient)
            parameter -= self.rate * gradient / (np.sqrt(square) + self.epsilon)


class Adam(SGD):
    def __init__(self, parameters, settings):
        super().__init__(parameters, settings)
        self.beta1, self.beta2 = settings.get("beta1", 0.9), settings.get("beta2", 0.999)
        self.epsilon = settings.get("epsilon", 1e-8)
        self.means = [np.zeros_like(parameter) for parameter in parameters]
        self.squares = [np.zeros_like(parameter) for parameter in parameters]
        self.steps = 0

    def step(self, gradients):
        self.steps += 1
        mean_correction, square_correction = 1 - self.beta1**self.steps, 1 - self.beta2**self.steps
        for parameter, gradient, mean, square in zip(self.parameters, gradients, self.means, self.squares):
            mean *= self.beta1
            mean += (1 - self.beta1) * gradient
            square *= self.beta2
            square += (1 - self.beta2) * (gradient * gradient)
            step = self.rate * (mean / mean_correction)
            parameter -= step / (np.sqrt(square / square_correction) + self.epsilon)


ACTIVATIONS = {
    "relu": ReLU, "leaky-relu": LeakyReLU, "sigmoid": Sigmoid, "tanh": Tanh, "softmax": Softmax,
}
LOSSES = {
    "mean-squared-error": MeanSquaredError, "binary-cross-entropy": BinaryCrossEntropy,
    "cross-entropy": CrossEntropy, "sigmoid-cross-entropy": SigmoidCrossEntropy,
    "softmax-cross-entropy": SoftmaxCrossEntropy,
}
OPTIMIZERS = {"sgd": SGD, "momentum": Momentum, "rmsprop": RMSProp, "adam": Adam}


def load_model(folder, description):
    """A network as in 784,relu:128,10: each activation follows the linear layer of its size."""
    numbers = iter(range(1, 1000))
    layers = []
    for word in description.split(",")[1:]:
        activation, _, _ = word.rpartition(":")
        number = next(numbers)
        weight, bias = (np.load(folder / f"{number}-linear-{name}.npy") for name in ("weight", "bias"))
        layers.append(Linear(weight, bias))
        if activation:
            layers.append(ACTIVATIONS[activation]())
    return Sequential(layers)


def accuracy(prediction, target, threshold):
    if target.shape[1] == 1:
        right = (prediction > threshold) == (target > 0.5)
    else:
        right = prediction.argmax(axis=1) == target.argmax(axis=1)
    return np.count_nonzero(right) / len(target)


def fit(model, inputs, targets, validation, loss, optimizer, size, orders):
    """Trains an epoch for each of the orders; loss and accuracy of a batch are those before its update."""
    history = []
    for order in orders:
        loss_sum = accuracy_sum = 0.0
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            x, y = inputs[batch], targets[batch]
            prediction = model.forward(x)
            loss_sum += loss.forward(prediction, y) * len(batch)
            accuracy_sum += accuracy(prediction, y, loss.threshold) * len(batch)
            model.backward(loss.backward())
            optimizer.step(model.gradients)
        epoch = {"trainingLoss": loss_sum / len(order), "trainingAccuracy": accuracy_sum / len(order)}
        if validation:
            x, y = validation
            prediction = model.forward(x)
            epoch["validationLoss"] = loss.forward(prediction, y)
            epoch["validationAccuracy"] = accuracy(prediction, y, loss.threshold)
        history.append(epoch)
    return history


def train(folder, epochs):
    settings = json.loads((folder / "settings.json").read_text())
    orders = np.load(folder / "order.npy").astype(np.intp)[:epochs]
    inputs, targets = np.load(folder / "inputs.npy"), np.load(folder / "targets.npy")
    validation = [folder / "validation-inputs.npy", folder / "validation-targets.npy"]
    validation = [np.load(file) for file in validation if file.exists()]
    model = load_model(folder, settings["layers"])
    loss = LOSSES[settings["loss"]]()
    optimizer = OPTIMIZERS[settings["optimizer"]](model.parameters, settings)

    start = time.perf_counter()
    history = fit(model, inputs, targets, validation, loss, optimizer, settings["batchSize"], orders)
    seconds = time.perf_counter() - start
    return {"epochs": [{key: plain(x) for key, x in epoch.items()} for epoch in history], "seconds": seconds}


def plain(number):
    """JSON has no NaN and no infinity: they are written as `train --record` writes them."""
    if math.isfinite(number):
        return float(number)
    return "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"


def time_of_product(product):
    """The time of one product, on the clock and of the processor: the best of five batches of at least 20 ms."""
    match = re.fullmatch(r"(\d+)(T?)x(\d+)x(\d+)(T?)", product)
    if not match:
        sys.exit(f"numpy_peer.py: {product} is no product; 784Tx128x64 is one")
    rows, inner, columns = (int(match[group]) for group in (1, 3, 4))
    generator = np.random.default_rng(1)
    left, right = generator.standard_normal((rows, inner)), generator.standard_normal((inner, columns))
    if match[2]:
        left = np.ascontiguousarray(left.T).T
    if match[5]:
        right = np.ascontiguousarray(right.T).T

    def batch(count):
        start, processor_start = time.perf_counter(), time.process_time()
        for _ in range(count):
            left @ right
        return (time.perf_counter() - start) / count, (time.process_time() - processor_start) / count

    count = 1
    while batch(count)[0] * count < 0.02:
        count *= 2
    seconds, processor_seconds = min(batch(count) for _ in range(5))
    return {"seconds": seconds, "processorSeconds": processor_seconds}


def version():
    try:
        blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
        name = f"{blas['name']} {blas['version']}"
    except (TypeError, KeyError):
        name = "unknown"
    return {"numpy": np.__version__, "blas": name, "python": sys.version.split()[0], "processors": os.cpu_count()}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR", nargs="?", type=pathlib.Path)
    parser.add_argument("--epochs", type=int, metavar="N", help="no more than these of the exported epochs")
    parser.add_argument("--matmul", nargs="+", metavar="PRODUCT")
    parser.add_argument("--version", action="store_true")
    arguments = parser.parse_args()
    np.seterr(over="ignore", divide="ignore", invalid="ignore")
    if arguments.version:
        result = version()
    elif arguments.matmul:
        result = {"products": [time_of_product(product) for product in arguments.matmul]}
    elif arguments.folder:
        result = train(arguments.folder, arguments.epochs)
    else:
        parser.error("a folder, --matmul or --version is wanted")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
